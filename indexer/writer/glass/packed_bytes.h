#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vankien::glass {

/// What pack.h wrote, from front to back; nothing where there is less than what is asked for.
class PackedBytes {
 public:
  explicit PackedBytes(std::string_view left) : left_(left) {}

  bool skip(std::size_t count) {
    if (left_.size() < count) return false;
    left_.remove_prefix(count);
    return true;
  }
  std::optional<std::uint64_t> number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63 && !left_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    return std::nullopt;
  }
  std::optional<std::string_view> text() {
    const auto size = number();
    if (!size || left_.size() < *size) return std::nullopt;
    const std::string_view found = left_.substr(0, *size);
    left_.remove_prefix(*size);
    return found;
  }
  std::string_view left() const { return left_; }

 private:
  std::string_view left_;
};

}  // namespace vankien::glass
