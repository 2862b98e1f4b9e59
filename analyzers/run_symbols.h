#pragma once

#include <cstddef>
#include <string_view>

#include "analyzers/run_scan.h"
#include "analyzers/schema/symbol_window.h"
#include "analyzers/token.h"

namespace vankien {

/// The symbols of a text whose runs are gone through in order. A symbol begins with a digit, and may run over several runs.
class RunSymbols {
 public:
  explicit RunSymbols(std::string_view text)
      : text_(text), wide_digits_(text.find("\xEF\xBC") != text.npos) {}

  bool may_begin_in(const RunScan& run) const { return run.has_digit || wide_digits_; }

  /// Calls take(Token) for each symbol that begins in these bytes, a run.
  template <class Take>
  void find_in(std::size_t begin, std::size_t end, Take take) {
    for (std::size_t at = begin; at < end; ++at) {
      if (!is_digit(at) && !(wide_digits_ && is_wide_digit(text_, at))) continue;
      if (at >= read_)
        if (auto symbol = read_symbol_at(text_, at)) {
          read_ = symbol->end;
          take(Token{symbol->symbol.key(), symbol->begin, symbol->end, 0, TokenKind::kSymbol});
        }
      while (at + 1 < end && is_digit(at + 1)) ++at;
    }
  }

 private:
  bool is_digit(std::size_t at) const { return text_[at] >= '0' && text_[at] <= '9'; }

  std::string_view text_;
  bool wide_digits_;      ///< there may be full-width digits: scans do not look for them
  std::size_t read_ = 0;  ///< digits before this byte belong to a symbol found
};

}  // namespace vankien
