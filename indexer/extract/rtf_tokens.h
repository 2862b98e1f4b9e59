#pragma once

#include <optional>
#include <string_view>

namespace vankien {

/// Splits RTF into its tokens. Any bytes are accepted.
///     {\b Ngh\'deX}  →  open, word "b", byte N, byte g, byte h, byte 0xDE, byte X, close, end
/// Line feeds of the file are no tokens. `bytes` must outlive the reader.
class RtfTokens {
 public:
  enum class Kind { open, close, word, symbol, byte, end };
  struct Token {
    Kind kind = Kind::end;
    std::string_view word = {};      ///< of a control word, "par"
    std::optional<int> number = {};  ///< its parameter
    char byte = 0;                   ///< of a symbol, `\~` → '~'; or the text's byte
  };

  explicit RtfTokens(std::string_view bytes) : rest_(bytes) {}
  Token next();
  void skip_bytes(std::size_t count);  ///< after `\binN`: raw data

 private:
  Token read_control();
  std::string_view rest_;
};

}  // namespace vankien
