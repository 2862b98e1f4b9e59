#include "indexer/extract/mail_head.h"

#include <algorithm>
#include <memory>
#include <string_view>
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

/// Whether some word of a head's value (RFC 2047) is in a charset that nobody knows: what it was decoded to is a guess.
bool has_unknown_charset(std::string_view raw) {
  for (auto at = raw.find("=?"); at != raw.npos; at = raw.find("=?", at + 2)) {
    const std::string charset(
        raw.substr(at + 2, std::min(raw.find_first_of("?*", at + 2), raw.size()) - at - 2));
    const iconv_t found = g_mime_iconv_open("utf-8", charset.c_str());
    if (found == reinterpret_cast<iconv_t>(-1)) return true;
    g_mime_iconv_close(found);
  }
  return false;
}

/// A guess goes with what it was made of: a stamp may be in it.
std::string subject_of(GMimeMessage* letter) {
  std::string subject = head_line(string_of(g_mime_message_get_subject(letter)));
  GMimeHeader* header =
      g_mime_header_list_get_header(g_mime_object_get_header_list(GMIME_OBJECT(letter)), "Subject");
  const std::string raw = header == nullptr ? std::string() : string_of(g_mime_header_get_raw_value(header));
  if (!has_unknown_charset(raw)) return subject;
  const std::string came = head_line(raw);
  return subject == came ? subject : subject + " " + came;
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
  add("Chủ đề", subject_of(letter));
  add("Từ", addresses_of(letter, GMIME_ADDRESS_TYPE_FROM));
  add("Đến", addresses_of(letter, GMIME_ADDRESS_TYPE_TO));
  add("Đồng gửi", addresses_of(letter, GMIME_ADDRESS_TYPE_CC));
  add("Ngày", mail_date(letter, "%d/%m/%Y %H:%M"));
  return head;
}

}  // namespace vankien
