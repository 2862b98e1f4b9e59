#include "indexer/extract/extract.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <string_view>

#include "indexer/extract/formats.h"
#include "indexer/extract/legacy.h"
#include "indexer/extract/signature.h"
#include "indexer/extract/unpack.h"

namespace vankien {
namespace {

struct Format {
  std::string_view extension;
  std::string_view name;
  ExtractedText (*extract)(const std::filesystem::path& file, std::string_view bytes,
                           const ExtractLimits& limits);
  bool by_programs = false;  ///< reads with the help of other programs
};

template <ExtractedText (*extract)(std::string_view, const ExtractLimits&)>
ExtractedText by_bytes(const std::filesystem::path&, std::string_view bytes, const ExtractLimits& limits) {
  return extract(bytes, limits);
}

// A new format is one line here and one function in formats.h.
// clang-format off
constexpr std::array kFormats = {
    Format{".txt",   "txt",  by_bytes<extract_text>},
    Format{".html",  "html", by_bytes<extract_html>},
    Format{".htm",   "html", by_bytes<extract_html>},
    Format{".xhtml", "html", by_bytes<extract_html>},
    Format{".docx",  "docx", by_bytes<extract_docx>},
    Format{".docm",  "docx", by_bytes<extract_docx>},
    Format{".doc",   "doc",  extract_doc, true},
    Format{".dot",   "doc",  extract_doc, true},
    Format{".wps",   "doc",  extract_doc, true},  // of WPS Office: Word's format
    Format{".xls",   "xls",  by_bytes<extract_xls>, true},
    Format{".xlt",   "xls",  by_bytes<extract_xls>, true},
    Format{".et",    "xls",  by_bytes<extract_xls>, true},
    Format{".ppt",   "ppt",  by_bytes<extract_ppt>, true},
    Format{".pps",   "ppt",  by_bytes<extract_ppt>, true},
    Format{".dps",   "ppt",  by_bytes<extract_ppt>, true},
    Format{".ods",   "ods",  by_bytes<extract_ods>, true},
    Format{".odp",   "odp",  by_bytes<extract_odp>, true},
    Format{".rtf",   "rtf",  by_bytes<extract_rtf>},
    Format{".odt",   "odt",  by_bytes<extract_odt>},
    Format{".ott",   "odt",  by_bytes<extract_odt>},
    Format{".xlsx",  "xlsx", by_bytes<extract_xlsx>},
    Format{".xlsm",  "xlsx", by_bytes<extract_xlsx>},
    Format{".pptx",  "pptx", by_bytes<extract_pptx>},
    Format{".pptm",  "pptx", by_bytes<extract_pptx>},
    Format{".ppsx",  "pptx", by_bytes<extract_pptx>},
    Format{".pdf",   "pdf",  by_bytes<extract_pdf>},
    Format{".png",   "png",  by_bytes<extract_picture>},
    Format{".jpg",   "jpg",  by_bytes<extract_picture>},
    Format{".jpeg",  "jpg",  by_bytes<extract_picture>},
    Format{".tif",   "tif",  by_bytes<extract_tiff>},
    Format{".tiff",  "tif",  by_bytes<extract_tiff>},
    Format{".bmp",   "bmp",  by_bytes<extract_picture>},
};
// clang-format on

const Format* format_named(std::string_view name) {
  return std::find_if(kFormats.begin(), kFormats.end(),
                      [&](const Format& format) { return format.name == name; });
}

const Format* find_format(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const Format& format) { return format.extension == extension; });
  return found == kFormats.end() ? nullptr : &*found;
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

std::string format_of(const std::filesystem::path& file) {
  const Format* format = find_format(file);
  return format == nullptr ? "" : std::string(format->name);
}

ExtractedText extract_file(const std::filesystem::path& file, const ExtractLimits& limits,
                           const std::function<void(bool)>& before_parsing) {
  const Format* format = find_format(file);
  std::string bytes;
  std::string name;
  if (format == nullptr && !is_container(file)) {
    name = format_of_nameless(file, limits, bytes);
  } else {
    bytes = read_bytes(file, limits.input_bytes);
    if (bytes.empty()) throw ExtractError("empty", "file of 0 bytes");
    // A file named as a container comes here when it is none: its bytes must say what it is.
    const std::string named =
        format == nullptr ? file.extension().string().substr(1) : std::string(format->name);
    name = format_of_bytes(named, bytes, limits);
  }
  const Format& chosen = *format_named(name);
  if (before_parsing) before_parsing(chosen.by_programs);
  ExtractedText text = chosen.extract(file, bytes, limits);
  text.format = name;
  decode_legacy(text);
  return text;
}

}  // namespace vankien
