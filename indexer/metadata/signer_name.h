#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

// The words of a signature, and what among them is a person's name.

using SignerWords = std::vector<std::u32string>;

SignerWords signature_words(std::u32string_view text);

/// words[first] … words[last - 1], a blank between.
std::u32string joined_words(const SignerWords& words, std::size_t first, std::size_t last);

/// In small letters, as words.h looks for them.
std::u32string folded_words(std::u32string_view text);

bool all_capitals(const std::u32string& word);

/// "GS.TS.", "PGS,": capitals that belong to the name behind them.
bool is_title(const std::u32string& word);

/// Without "[đã ký]", "(Đã ký)" and what else stands in brackets.
std::u32string without_brackets(std::u32string_view text);

/// "GS.TS. Hoàng Thị Khỏe" → "Hoàng Thị Khỏe"; nothing if it is no name.
std::optional<std::string> name_of_signer(std::u32string_view text);

/// NGUYỄN VĂN AN → "Nguyễn Văn An": a whole line behind an office.
std::optional<std::string> capital_name_of_signer(const SignerWords& words);

}  // namespace vankien
