#include "indexer/extract/mail_head.h"

#include <memory>
#include <utility>

#include "analyzers/mapped_text.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

std::string addresses_of(GMimeMessage* letter, GMimeAddressType type) {
  InternetAddressList* list = g_mime_message_get_addresses(letter, type);
  if (list == nullptr) return {};
  const std::unique_ptr<char, decltype(&g_free)> text(internet_address_list_to_string(list, nullptr, FALSE),
                                                      &g_free);
  return head_line(string_of(text.get()));
}

}  // namespace

std::string string_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::string head_line(std::string text) {
  if (!is_valid_utf8(text)) text = encode_utf8(decode_utf8(text).chars);
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string mail_date(GMimeMessage* letter, const char* pattern) {
  GDateTime* date = g_mime_message_get_date(letter);
  if (date == nullptr) return {};
  const std::unique_ptr<char, decltype(&g_free)> text(g_date_time_format(date, pattern), &g_free);
  return string_of(text.get());
}

std::string mail_head(GMimeMessage* letter) {
  std::string head;
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) head += std::string(label) + ": " + value + "\n";
  };
  add("Chủ đề", head_line(string_of(g_mime_message_get_subject(letter))));
  add("Từ", addresses_of(letter, GMIME_ADDRESS_TYPE_FROM));
  add("Đến", addresses_of(letter, GMIME_ADDRESS_TYPE_TO));
  add("Đồng gửi", addresses_of(letter, GMIME_ADDRESS_TYPE_CC));
  add("Ngày", mail_date(letter, "%d/%m/%Y %H:%M"));
  return head;
}

}  // namespace vankien
