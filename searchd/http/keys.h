#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/api/request.h"
#include "searchd/search/archive/clearance.h"

namespace vankien::http {

/// BLAKE2b-256 of a key. Keys are 256 random bits, so a plain fast hash is enough; nothing else of them is
/// kept.
using KeyHash = std::array<unsigned char, 32>;
KeyHash hash_key(std::string_view key);

std::string to_hex(const KeyHash& hash);
/// Throws std::runtime_error if it is not 64 hex digits.
KeyHash read_hash(std::string_view hex);

struct Key {
  KeyHash hash{};
  std::string name;
  Clearance clearance = Grade::kOpen;
  bool may_write = false;
};

/// A fresh key, as the caller sends it: 43 letters, digits, '-' and '_'.
std::string make_key();

/// Who may ask for what.
class Keys {
 public:
  explicit Keys(std::vector<Key> keys) : keys_(std::move(keys)) {}

  /// Reads the value of an Authorization header. None: a caller without a name, for the lowest grade.
  /// Throws ApiError for another scheme than Bearer and for a key that is not known. Takes as long for every
  /// key.
  api::Caller identify(std::string_view authorization) const;

 private:
  std::vector<Key> keys_;
};

}  // namespace vankien::http
