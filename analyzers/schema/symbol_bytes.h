#pragma once

namespace vankien {

// What the bytes of a text can be to a symbol, before any is decoded.

inline bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
inline bool is_space_byte(char c) { return c == ' ' || (c >= 9 && c <= 13); }
inline bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
inline bool is_run_byte(char c) {
  return is_beyond_ascii(c) || is_digit_byte(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}
// All dashes, slashes and blanks beyond ASCII begin with these bytes (U+00A0, U+2000–2212, U+3000, full-width forms), and no
// letter of the language does.
inline bool is_sign_lead(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

}  // namespace vankien
