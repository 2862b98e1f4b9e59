#include "indexer/extract/rtf_words.h"

#include <algorithm>
#include <array>

namespace vankien {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 25> kNoText = {
    "colortbl", "stylesheet", "filetbl",      "listtable", "listoverridetable",
    "revtbl",   "rsidtbl",    "fldinst",      "sp",        "sv",
    "sn",       "shprslt",    "xe",           "tc",        "tcn",
    "rxe",      "objdata",    "nonesttables", "ftnsep",    "ftnsepc",
    "aftnsep",  "aftnsepc",   "datafield",    "objclass",  "objname"};
constexpr std::array<std::string_view, 9> kFurniture = {"header",  "headerl", "headerr", "headerf", "footer",
                                                        "footerl", "footerr", "footerf", "headerg"};
constexpr std::array<std::string_view, 3> kPictures = {"pict", "shppict", "nonshppict"};
constexpr std::array<std::string_view, 3> kBoxes = {"shptxt", "dptxbxtext", "footnote"};

struct Sign {
  std::string_view word;
  std::string_view text;
};
constexpr std::array kSigns = {
    Sign{"tab", "\t"},    Sign{"emdash", "—"},    Sign{"endash", "–"},    Sign{"lquote", "‘"},
    Sign{"rquote", "’"},  Sign{"ldblquote", "“"}, Sign{"rdblquote", "”"}, Sign{"bullet", "•"},
    Sign{"emspace", " "}, Sign{"enspace", " "},   Sign{"qmspace", " "},   Sign{"nestcell", "\t"},
};

}  // namespace

bool is_rtf_no_text(std::string_view word) { return is_one_of(kNoText, word); }

bool is_rtf_furniture(std::string_view word) { return is_one_of(kFurniture, word); }

bool is_rtf_picture(std::string_view word) { return is_one_of(kPictures, word); }

bool is_rtf_box(std::string_view word) { return is_one_of(kBoxes, word); }

std::string_view rtf_sign(std::string_view word) {
  const auto sign =
      std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& one) { return one.word == word; });
  return sign == kSigns.end() ? std::string_view() : sign->text;
}

}  // namespace vankien
