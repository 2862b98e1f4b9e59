#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vankien {

/// Numbers held in as few bytes each as the largest needs: 1, 2 or 4, and none if all are the same (an archive without signers has
/// a column of zeros). Fifteen columns of 200,000 documents take a quarter of the memory so, and more of them stay in the cache.
///   PackedNumbers numbers({0, 7, 300});   // two bytes each
///   numbers[2];                           // 300
class PackedNumbers {
 public:
  PackedNumbers() = default;
  explicit PackedNumbers(const std::vector<std::uint32_t>& numbers);

  using Others = std::vector<std::pair<std::size_t, std::uint32_t>>;  ///< place → number
  /// The same but for some, and of another size: places beyond that are not among `others` hold 0. `now`, if given, says what each
  /// number that stays is from now on. A copy of bytes.
  PackedNumbers(const PackedNumbers& before, std::size_t size, const Others& others,
                const std::vector<std::uint32_t>* now = nullptr);

  std::uint32_t operator[](std::size_t i) const {
    if (!bytes_.empty()) return bytes_[i];
    if (!pairs_.empty()) return pairs_[i];
    return fours_.empty() ? same_ : fours_[i];
  }
  std::size_t size() const { return size_; }
  /// The first place of a number from there on; size() if there is none.
  std::size_t find(std::uint32_t number, std::size_t from) const;
  /// Held in memory for each number.
  std::size_t width() const { return !bytes_.empty() ? 1 : !pairs_.empty() ? 2 : fours_.empty() ? 0 : 4; }

  /// For passes over many of them: calls `pass` with something that is indexed without asking for the width each time.
  template <typename Pass>
  void visit(Pass&& pass) const {
    if (!bytes_.empty())
      pass(bytes_.data());
    else if (!pairs_.empty())
      pass(pairs_.data());
    else if (!fours_.empty())
      pass(fours_.data());
    else
      pass(Same{same_});
  }

 private:
  struct Same {
    std::uint32_t number;
    std::uint32_t operator[](std::size_t) const { return number; }
  };
  void pack(const std::vector<std::uint32_t>& numbers);

  std::size_t size_ = 0;
  std::uint32_t same_ = 0;
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint16_t> pairs_;
  std::vector<std::uint32_t> fours_;
};

}  // namespace vankien
