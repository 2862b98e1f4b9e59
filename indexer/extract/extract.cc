#include "indexer/extract/extract.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "indexer/extract/formats.h"
#include "indexer/extract/legacy.h"
#include "indexer/extract/signature.h"
#include "indexer/extract/unpack.h"

namespace vankien {
namespace {

struct Reader {
  std::string_view format;
  ExtractedText (*extract)(const std::filesystem::path& file, std::string_view bytes,
                           const ExtractLimits& limits);
  bool by_programs = false;  ///< reads with the help of other programs
};

template <ExtractedText (*extract)(std::string_view, const ExtractLimits&)>
ExtractedText by_bytes(const std::filesystem::path&, std::string_view bytes, const ExtractLimits& limits) {
  return extract(bytes, limits);
}

// A new format is one line here, one for each of its endings in format_of.cc, and one function in formats.h.
// clang-format off
constexpr std::array kReaders = {
    Reader{"txt",  by_bytes<extract_text>},
    Reader{"html", by_bytes<extract_html>},
    Reader{"docx", by_bytes<extract_docx>},
    Reader{"doc",  extract_doc, true},
    Reader{"xls",  by_bytes<extract_xls>, true},
    Reader{"ppt",  by_bytes<extract_ppt>, true},
    Reader{"ods",  by_bytes<extract_ods>, true},
    Reader{"odp",  by_bytes<extract_odp>, true},
    Reader{"rtf",  by_bytes<extract_rtf>},
    Reader{"odt",  by_bytes<extract_odt>},
    Reader{"xlsx", by_bytes<extract_xlsx>},
    Reader{"pptx", by_bytes<extract_pptx>},
    Reader{"pdf",  by_bytes<extract_pdf>},
    Reader{"png",  by_bytes<extract_picture>},
    Reader{"jpg",  by_bytes<extract_picture>},
    Reader{"tif",  by_bytes<extract_tiff>},
    Reader{"bmp",  by_bytes<extract_picture>},
};
// clang-format on

const Reader& reader_of(std::string_view format) {
  return *std::find_if(kReaders.begin(), kReaders.end(),
                       [&](const Reader& reader) { return reader.format == format; });
}

std::ifstream open_to_read(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) throw ExtractError("unreadable", "there is no such file");
  // Opening a pipe or a device would wait for ever.
  if (!std::filesystem::is_regular_file(file, error)) throw ExtractError("unreadable", "not a regular file");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw ExtractError("unreadable", "cannot be opened");
  return in;
}

std::string read_bytes(const std::filesystem::path& file, std::size_t most) {
  std::ifstream in = open_to_read(file);
  std::string bytes;
  std::array<char, 1 << 16> block{};
  while (in) {
    in.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most) {
      throw ExtractError("too_large", "file of more than " + std::to_string(most) + " bytes");
    }
  }
  if (in.bad()) throw ExtractError("unreadable", "error while reading");
  return bytes;
}

std::string first_bytes(const std::filesystem::path& file) {
  std::ifstream in = open_to_read(file);
  std::array<char, 8> head{};
  in.read(head.data(), head.size());
  return {head.data(), static_cast<std::size_t>(in.gcount())};
}

// A large film is not read to learn that it is none of ours.
std::string_view format_of_nameless(const std::filesystem::path& file, const ExtractLimits& limits,
                                    std::string& bytes) {
  std::string_view name;
  if (has_mark(first_bytes(file))) {
    bytes = read_bytes(file, limits.input_bytes);
    name = format_of_marked_bytes(bytes, limits);
  }
  if (name.empty())
    throw ExtractError("unsupported_format", "no extractor for '" + file.extension().string() + "'");
  return name;
}

}  // namespace

ExtractedText extract_file(const std::filesystem::path& file, const ExtractLimits& limits,
                           const std::function<void(bool)>& before_parsing) {
  std::string bytes;
  std::string format = format_of(file);
  if (format.empty() && !is_container(file)) {
    format = format_of_nameless(file, limits, bytes);
  } else {
    bytes = read_bytes(file, limits.input_bytes);
    if (bytes.empty()) throw ExtractError("empty", "file of 0 bytes");
    // A file named as a container comes here when it is none: its bytes must say what it is.
    const std::string named = format.empty() ? file.extension().string().substr(1) : format;
    format = format_of_bytes(named, bytes, limits);
  }
  const Reader& reader = reader_of(format);
  if (before_parsing) before_parsing(reader.by_programs);
  ExtractedText text = reader.extract(file, bytes, limits);
  text.format = format;
  decode_legacy(text);
  return text;
}

}  // namespace vankien
