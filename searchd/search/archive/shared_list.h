#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vankien {

/// A list whose next version has all but a few of its entries in common with it: a copy takes eight bytes an entry. 200,000
/// symbols as strings, folded and as keys took 60 ms to copy, so they take 1.
///   SharedList<std::string> next = values;  next.insert(7, "06-NQ/TU");  next.erase(3);
/// What was erased is kept in memory until the list is made from nothing again.
template <typename T>
class SharedList {
 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;
    Iterator() = default;
    explicit Iterator(const T* const* at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return *at_; }
    reference operator[](difference_type n) const { return *at_[n]; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    Iterator& operator--() { return --at_, *this; }
    Iterator operator--(int) { return Iterator(at_--); }
    Iterator& operator+=(difference_type n) { return at_ += n, *this; }
    Iterator& operator-=(difference_type n) { return at_ -= n, *this; }
    friend Iterator operator+(Iterator a, difference_type n) { return a += n; }
    friend Iterator operator+(difference_type n, Iterator a) { return a += n; }
    friend Iterator operator-(Iterator a, difference_type n) { return a -= n; }
    friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    auto operator<=>(const Iterator&) const = default;

   private:
    const T* const* at_ = nullptr;
  };
  using value_type = T;
  using const_iterator = Iterator;

  SharedList() = default;
  SharedList(std::vector<T> entries) {  // NOLINT: a list made from nothing is one
    auto owned = std::make_shared<const std::vector<T>>(std::move(entries));
    at_.reserve(owned->size());
    for (const T& entry : *owned) at_.push_back(&entry);
    owners_.push_back(std::move(owned));
  }

  const T& operator[](std::size_t i) const { return *at_[i]; }
  const T& front() const { return *at_.front(); }
  const T& back() const { return *at_.back(); }
  std::size_t size() const { return at_.size(); }
  bool empty() const { return at_.empty(); }
  Iterator begin() const { return Iterator(at_.data()); }
  Iterator end() const { return Iterator(at_.data() + at_.size()); }

  void insert(std::size_t place, T entry) { at_.insert(at_.begin() + offset(place), own(std::move(entry))); }
  void replace(std::size_t place, T entry) { at_[place] = own(std::move(entry)); }
  void erase(std::size_t place) { at_.erase(at_.begin() + offset(place)); }
  /// Several, by their places, ascending, in one pass.
  void erase(const std::vector<std::uint32_t>& places) {
    if (places.empty()) return;
    std::size_t kept = places.front();
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::size_t next = i + 1 < places.size() ? places[i + 1] : at_.size();
      const auto end = std::copy(at_.begin() + offset(places[i] + std::size_t{1}), at_.begin() + offset(next),
                                 at_.begin() + offset(kept));
      kept = static_cast<std::size_t>(end - at_.begin());
    }
    at_.resize(kept);
  }

 private:
  static std::ptrdiff_t offset(std::size_t place) { return static_cast<std::ptrdiff_t>(place); }
  const T* own(T entry) {
    auto owned = std::make_shared<const T>(std::move(entry));
    const T* at = owned.get();
    owners_.push_back(std::move(owned));
    return at;
  }

  std::vector<const T*> at_;
  std::vector<std::shared_ptr<const void>> owners_;
};

using SharedTexts = SharedList<std::string>;

}  // namespace vankien
