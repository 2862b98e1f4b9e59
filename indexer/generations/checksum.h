#pragma once

#include <sodium.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "analyzers/schema/manifest.h"

namespace vankien {

/// BLAKE2b, 256 bits, of bytes as they come.
class Blake2b {
 public:
  Blake2b() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }
  void add(std::string_view bytes) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  /// In hex. Once.
  std::string finish();

 private:
  crypto_generichash_state state_;
};

/// Size and BLAKE2b of a file, as manifests tell them. Throws std::runtime_error if it cannot be read.
Manifest::File checksum(const std::filesystem::path& path);

/// The same of some of its bytes; all that are there if it is shorter.
Manifest::File checksum(const std::filesystem::path& path, std::uint64_t from, std::uint64_t bytes);
/// Likewise, of what an update appended.
Manifest::Part checksum_appended(const std::filesystem::path& path, std::uint64_t from, std::uint64_t bytes);

}  // namespace vankien
