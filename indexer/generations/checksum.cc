#include "indexer/generations/checksum.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

namespace vankien {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path) {
  throw std::runtime_error(fmt::format("{}: cannot be read: {}", path.string(), std::strerror(errno)));
}

// Gives some of a file's bytes to `take`, piece by piece; how many there were.
template <typename Take>
std::uint64_t read_bytes(const fs::path& path, std::uint64_t from, std::uint64_t bytes, const Take& take) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail(path);
  std::vector<char> buffer(1 << 17);
  std::uint64_t done = 0;
  while (done < bytes) {
    const auto wanted = std::min<std::uint64_t>(buffer.size(), bytes - done);
    const ssize_t n = ::pread(fd, buffer.data(), wanted, static_cast<off_t>(from + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      ::close(fd);
      fail(path);
    }
    if (n == 0) break;
    take(std::string_view(buffer.data(), static_cast<std::size_t>(n)));
    done += static_cast<std::uint64_t>(n);
  }
  ::close(fd);
  return done;
}

}  // namespace

std::string Blake2b::finish() {
  std::array<unsigned char, crypto_generichash_BYTES> hash;
  crypto_generichash_final(&state_, hash.data(), hash.size());
  std::array<char, 2 * crypto_generichash_BYTES + 1> hex;
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

Manifest::File checksum(const fs::path& path) {
  return checksum(path, 0, std::numeric_limits<std::uint64_t>::max());
}

Manifest::File checksum(const fs::path& path, std::uint64_t from, std::uint64_t bytes) {
  Blake2b sum;
  Manifest::File result;
  result.bytes = read_bytes(path, from, bytes, [&](std::string_view read) { sum.add(read); });
  result.blake2b = sum.finish();
  return result;
}

Manifest::Part checksum_appended(const fs::path& path, std::uint64_t from, std::uint64_t bytes) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  Manifest::Part part;
  part.bytes = read_bytes(path, from, bytes, [&](std::string_view read) {
    XXH3_128bits_update(state.get(), read.data(), read.size());
  });
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  part.xxh3 = fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
  return part;
}

}  // namespace vankien
