#include "analyzers/legacy/encoding.h"

#include <algorithm>
#include <string>

namespace vankien {
namespace {

constexpr std::array<std::string_view, kLegacyEncodings> kNames = {"none",
                                                                   "TCVN3",
                                                                   "VNI",
                                                                   "VISCII",
                                                                   "VPS",
                                                                   "windows-1258",
                                                                   "VIQR",
                                                                   "UTF-8 read as Latin-1",
                                                                   "double conversion (VNI)",
                                                                   "double conversion (TCVN3)",
                                                                   "glyph ids"};

struct Charset {
  std::string_view name;
  LegacyEncoding encoding;
};
// The names browsers and mail programs have used.
constexpr Charset kCharsets[] = {{"windows-1258", LegacyEncoding::kWindows1258},
                                 {"cp1258", LegacyEncoding::kWindows1258},
                                 {"x-cp1258", LegacyEncoding::kWindows1258},
                                 {"viscii", LegacyEncoding::kViscii},
                                 {"csviscii", LegacyEncoding::kViscii},
                                 {"x-viet-vps", LegacyEncoding::kVps},
                                 {"x-vps", LegacyEncoding::kVps},
                                 {"x-viet-tcvn5712", LegacyEncoding::kTcvn3},
                                 {"x-viet-tcvn", LegacyEncoding::kTcvn3},
                                 {"tcvn", LegacyEncoding::kTcvn3},
                                 {"tcvn3", LegacyEncoding::kTcvn3},
                                 {"x-viet-vni", LegacyEncoding::kVni},
                                 {"vni", LegacyEncoding::kVni}};

}  // namespace

std::string_view name_of(LegacyEncoding encoding) { return kNames[static_cast<std::size_t>(encoding)]; }

std::optional<LegacyEncoding> encoding_of_charset(std::string_view charset) {
  std::string small(charset);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto* found = std::find_if(std::begin(kCharsets), std::end(kCharsets),
                                   [&](const Charset& known) { return known.name == small; });
  return found == std::end(kCharsets) ? std::nullopt : std::optional(found->encoding);
}

}  // namespace vankien
