#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "indexer/extract/extract.h"

namespace vankien {
namespace {

struct Ending {
  std::string_view extension;
  std::string_view format;
};

// Apart from the readers (extract.cc), so that who asks for a name alone is linked with none of their libraries.
// clang-format off
constexpr std::array kEndings = {
    Ending{".txt",   "txt"},
    Ending{".html",  "html"},
    Ending{".htm",   "html"},
    Ending{".xhtml", "html"},
    Ending{".docx",  "docx"},
    Ending{".docm",  "docx"},
    Ending{".doc",   "doc"},
    Ending{".dot",   "doc"},
    Ending{".wps",   "doc"},  // of WPS Office: Word's format
    Ending{".xls",   "xls"},
    Ending{".xlt",   "xls"},
    Ending{".et",    "xls"},
    Ending{".ppt",   "ppt"},
    Ending{".pps",   "ppt"},
    Ending{".dps",   "ppt"},
    Ending{".ods",   "ods"},
    Ending{".odp",   "odp"},
    Ending{".rtf",   "rtf"},
    Ending{".odt",   "odt"},
    Ending{".ott",   "odt"},
    Ending{".xlsx",  "xlsx"},
    Ending{".xlsm",  "xlsx"},
    Ending{".pptx",  "pptx"},
    Ending{".pptm",  "pptx"},
    Ending{".ppsx",  "pptx"},
    Ending{".pdf",   "pdf"},
    Ending{".png",   "png"},
    Ending{".jpg",   "jpg"},
    Ending{".jpeg",  "jpg"},
    Ending{".tif",   "tif"},
    Ending{".tiff",  "tif"},
    Ending{".bmp",   "bmp"},
};
// clang-format on

}  // namespace

std::string format_of(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto found = std::find_if(kEndings.begin(), kEndings.end(),
                                  [&](const Ending& ending) { return ending.extension == extension; });
  return found == kEndings.end() ? "" : std::string(found->format);
}

}  // namespace vankien
