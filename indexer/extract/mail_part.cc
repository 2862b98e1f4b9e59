#include "indexer/extract/mail_part.h"

#include <utility>

#include "analyzers/legacy/legacy_text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/mail_head.h"

namespace vankien {
namespace {

std::string bytes_of(GMimeStream* memory) {
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

}  // namespace

std::string name_of_part(GMimeObject* part) {
  std::string name;
  if (GMIME_IS_PART(part)) name = string_of(g_mime_part_get_filename(GMIME_PART(part)));
  if (name.empty()) name = string_of(g_mime_object_get_content_type_parameter(part, "name"));
  return repair_legacy(head_line(std::move(name))).text;
}

std::string type_of_part(GMimeObject* part) {
  const std::unique_ptr<char, decltype(&g_free)> type(
      g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part)), &g_free);
  std::string lower = string_of(type.get());
  for (char& c : lower) c = g_ascii_tolower(c);
  return lower;
}

std::string content_of_part(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0)
    throw ExtractError("damaged", "a part of the letter cannot be decoded");
  return bytes_of(memory.get());
}

std::string bytes_of_letter(GMimeMessage* letter) {
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(letter), nullptr, memory.get());
  return bytes_of(memory.get());
}

}  // namespace vankien
