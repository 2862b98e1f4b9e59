#pragma once

#include <string>
#include <string_view>

namespace vankien {

/// The words, signs and quotations of a filter, one after the other; filter_parser.cc tells what they may make. Blanks between them
/// do not count. What is wrong is a FilterError at its byte.
class FilterScanner {
 public:
  explicit FilterScanner(std::string_view text) : text_(text) {}

  std::size_t position() const { return position_; }
  bool at_end() const { return position_ == text_.size(); }
  /// Whether a word that is no keyword, or a quotation, is next.
  bool at_value() const;

  // Each goes on behind what it found; else it stays and says false.
  bool take_keyword(std::string_view keyword);  ///< AND
  bool take_sign(std::string_view sign);        ///< >=
  bool take(char c);                            ///< (

  /// A word or a quotation without its quotes; `expected` is for the message if there is none: "a value".
  std::string take_value(std::string_view expected);

  void skip_space();
  /// What stands at the position, short enough for a message and cut between letters.
  std::string rest() const;

  [[noreturn]] void fail(const std::string& message) const { fail(message, position_); }
  [[noreturn]] void fail(const std::string& message, std::size_t position) const;

 private:
  std::string_view peek_word() const;
  std::string take_quoted();

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace vankien
