#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// A short form that a text explains where it first uses it.
///   "cán bộ, đảng viên (CBĐV)"  →  "CBĐV", {"cán", "bộ", "đảng", "viên"}
struct Definition {
  std::string short_form;              ///< as written, in NFC: CBĐV, KT-XH
  std::string key;                     ///< its letters folded and joined: cbđv, ktxh
  std::vector<std::string> expansion;  ///< in the words of the chain
  std::uint32_t short_begin = 0;       ///< bytes of the text
  std::uint32_t short_end = 0;
  std::uint32_t expansion_begin = 0;
  std::uint32_t expansion_end = 0;
};

/// The definitions of a text, in order:
///   Ủy ban nhân dân (UBND) · (sau đây gọi tắt là UBND) · (viết tắt là: “CNXH”) · CBĐV (cán bộ, đảng viên)
/// The letters of the short form must be the initials of the words beside it, all of them and in order; only
/// words such as "và", "của" may have no letter. Numerals (XIII), names of one word and forms with digits are
/// none. Any bytes are accepted.
std::vector<Definition> harvest_definitions(std::string_view text);

}  // namespace vankien
