#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// A member's name as it can stand in a path of the archive: valid UTF-8, '/' between, no step upwards, no drive,
/// no control character, at most 200 bytes a part and 800 in all (a longer one is cut before its ending and gets
/// a check sum, so that two stay two).
///     safe_member_name("..\\..\\x/05-NQ.docx")  →  "x/05-NQ.docx"
///     safe_member_name("/")                     →  "không tên"
std::string safe_member_name(std::string_view name);

/// The name, or with the second, third … of the same name the number before its ending: "a (2).docx". Adds it to
/// `taken`.
std::string unique_member_name(std::string name, std::set<std::string>& taken);

/// Names of an archive that says not in which encoding: UTF-8 where they are that, else a legacy encoding of
/// Vietnamese where the names together read as such (one that only some of them show is taken for all), else `fallback`, which the caller knows.
std::vector<std::string> decode_member_names(const std::vector<std::string>& raw,
                                             const std::vector<std::string>& fallback);

}  // namespace vankien
