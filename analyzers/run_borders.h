#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/run_scan.h"

namespace vankien {

/// Where the runs of a text begin and end (run_scan.h), read sixty-four bytes at a time: one bit a byte, and a border is where
/// the bits change.
///   RunBorders borders("số 05-NQ/TU");   // borders.next() → 0 4  5 7  8 10  11 13, then nothing
class RunBorders {
 public:
  /// The text must outlive it.
  explicit RunBorders(std::string_view text) : text_(text) {}

  /// The next runs, each its begin and its end, some hundred at a time; valid until the next call. None: no more are left.
  std::span<const std::uint32_t> next() {
    std::size_t count = 0;
    if (inside_) borders_[count++] = begin_;
    while (at_ < text_.size() && count + kBytes < borders_.size()) {
      const std::uint64_t bits = read();
      for (std::uint64_t borders = bits ^ (bits << 1 | (inside_ ? 1u : 0u)); borders != 0;
           borders &= borders - 1)
        borders_[count++] =
            static_cast<std::uint32_t>(at_) + static_cast<std::uint32_t>(std::countr_zero(borders));
      inside_ = bits >> (kBytes - 1) != 0;
      at_ += kBytes;
    }
    if (inside_ && at_ >= text_.size()) {
      borders_[count++] = static_cast<std::uint32_t>(text_.size());
      inside_ = false;
    }
    if (inside_) begin_ = borders_[--count];  // it is given with its end
    return {borders_.data(), count};
  }

 private:
  static constexpr std::size_t kBytes = 64;

  // A bit for each of the next bytes that is in a run, the first byte the lowest.
  std::uint64_t read() {
    using namespace sixteen_bytes;
    std::uint64_t bits = 0, leads = 0;
    for (std::size_t i = 0; i < kBytes; i += sizeof(Bytes)) {
      const Bytes bytes = load(text_, at_ + i);
      const Bytes small = bytes | 0x20;
      const Bytes in_run = (Bytes)((small - 'a') < 26) | (Bytes)((bytes - '0') < 10) | (Bytes)(bytes >= 0x80);
      bits |= std::uint64_t{bits_of(in_run)} << i;
      leads |= std::uint64_t{bits_of((Bytes)(small == 0xE2))} << i;  // C2 or E2: they differ in one bit
    }
    bits &= ~separator_;
    separator_ = 0;
    for (; leads != 0; leads &= leads - 1) {
      const auto lead = static_cast<std::size_t>(std::countr_zero(leads));
      const std::size_t size = wide_separator(text_, at_ + lead);
      const std::uint64_t separator = (std::uint64_t{1} << size) - 1;
      bits &= ~(separator << lead);
      if (lead + size > kBytes) separator_ = separator >> (kBytes - lead);
    }
    return bits;
  }

  std::string_view text_;
  std::size_t at_ = 0;                      ///< what is read next
  bool inside_ = false;                     ///< the last byte read was in a run
  std::uint32_t begin_ = 0;                 ///< of the run that is not at its end yet
  std::uint64_t separator_ = 0;             ///< bits of the next bytes that end a wide separator
  std::array<std::uint32_t, 512> borders_;  ///< room for the next ones; some more are left
};

}  // namespace vankien
