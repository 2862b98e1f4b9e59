#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/rtf_charset.h"
#include "indexer/extract/rtf_tokens.h"

namespace vankien {

/// Reads one RTF document. Source: Rich Text Format (RTF) Specification 1.9.1. What follows `\*` and is not
/// known is no text, as the specification wants it.
///     ExtractedText text = RtfReader(bytes, limits).read();
class RtfReader {
 public:
  RtfReader(std::string_view bytes, const ExtractLimits& limits);
  ExtractedText read();  ///< once; throws ExtractError damaged, too_large

 private:
  enum class Place { body, furniture, font_table, info, title, author, created, skipped };
  struct Group {
    Place place = Place::body;
    int font = 0;
    int fallback_bytes = 1;  // \uc: bytes after \u for readers that know no Unicode
    bool invisible = false;  // deleted or hidden
    bool in_table = false;
    bool is_box = false;  // closes a box at its end
    bool upr = false;     // holds its text twice; the Unicode one is in \*\ud
  };
  struct Table {
    bool in_row = false;
    bool in_cell = false;
  };

  Group& group() { return groups_.back(); }
  bool takes_text() const;
  Flow& flow() { return groups_.back().place == Place::furniture ? furniture_ : body_; }

  void open_group();
  void close_group();
  void do_word(const RtfTokens::Token& token);
  bool do_destination(std::string_view word, bool starred);
  void do_format(std::string_view word, std::optional<int> number);
  void do_break(std::string_view word);
  void do_symbol(char symbol);
  void do_byte(char byte);
  void do_unicode(int unit);
  void set_created(std::string_view word, int number);

  void flush();  // pending bytes and code units become text
  void write(std::string_view utf8);
  void enter_cell();
  void open_box();

  RtfTokens tokens_;
  Flow body_;
  Flow furniture_;
  RtfCharsets charsets_;
  std::vector<Group> groups_;
  std::vector<Table> tables_;  // the innermost box's last
  std::string bytes_;          // pending, all of one font
  std::u16string units_;       // pending
  int fallback_left_ = 0;      // bytes still to be left out after \u
  int default_font_ = 0;
  bool starred_ = false;  // the last token was \*
  bool pictures_ = false;
  std::string title_, author_;
  int year_ = 0, month_ = 0, day_ = 0;
};

}  // namespace vankien
