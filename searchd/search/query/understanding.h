#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// One thing a query was understood as that its letters do not say. People must be able to see it.
struct Understanding {
  enum class How : std::uint8_t {
    kBare,          ///< typed without marks
    kTone,          ///< typed without its tone
    kKeystrokes,    ///< Telex or VNI keystrokes
    kBegun,         ///< an unfinished word
    kSymbol,        ///< a document symbol said in words
    kSession,       ///< a paper named by its conference and term
    kAbbreviation,  ///< an abbreviation, or what has one
    kRelaxed,       ///< part of the words is enough; `missing` are those that no document has
    kField,         ///< a field word: loại:NQ
    kFieldUnknown,  ///< one whose value means nothing, and that is words
  };
  How how{};
  std::string typed;                       ///< as it stands in the query
  std::vector<std::string> as;             ///< what is looked for instead or besides, likeliest first
  std::vector<std::uint64_t> counts = {};  ///< of a bare word: documents of the caller that hold each form
  std::vector<std::string> missing = {};   ///< kRelaxed only; `as` are the other words then
  bool operator==(const Understanding&) const = default;
};

/// As the API says it: "bare", "keystrokes" …
std::string_view name_of(Understanding::How how);

}  // namespace vankien
