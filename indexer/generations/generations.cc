#include "indexer/generations/generations.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <future>
#include <limits>
#include <stdexcept>
#include <vector>

#include "indexer/generations/sync_path.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, const char* what) {
  throw std::runtime_error(fmt::format("{}: {}: {}", path.string(), what, std::strerror(errno)));
}

void write_synced(const fs::path& path, const std::string& content) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) fail(path, "cannot be written");
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t n = ::write(fd, content.data() + done, content.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      ::close(fd);
      fail(path, "cannot be written");
    }
    done += static_cast<std::size_t>(n);
  }
  const int synced = ::fsync(fd);
  if (::close(fd) != 0 || synced != 0) fail(path, "cannot be written");
}

// What is known of a file that has grown since. Many small parts become one.
Manifest::File add_appended(Manifest::File file, const fs::path& path) {
  constexpr std::size_t kMostParts = 32;
  if (file.appended.size() >= kMostParts) {
    file.bytes -= file.appended_bytes();
    file.appended.clear();
  }
  const auto part = checksum(path, file.bytes, std::numeric_limits<std::uint64_t>::max());
  file.appended.push_back({part.bytes, part.blake2b});
  file.bytes += part.bytes;
  return file;
}

// Nothing of a published generation that is damaged: no file is shared with it then.
KnownFiles read_known_files(const fs::path& home) {
  try {
    if (const auto current = read_current(home))
      return {home / generation_name(*current), read_manifest(home / generation_name(*current))};
  } catch (const std::runtime_error&) {
  }
  return {};
}

bool is_unfinished(const fs::path& path) {
  return path.extension() == ".tmp" && path.filename().string().starts_with("gen-");
}

}  // namespace

Manifest::File checksum(const fs::path& path) {
  return checksum(path, 0, std::numeric_limits<std::uint64_t>::max());
}

Manifest::File checksum(const fs::path& path, std::uint64_t from, std::uint64_t bytes) {
  std::ifstream file(path, std::ios::binary);
  if (!file || !file.seekg(static_cast<std::streamoff>(from))) fail(path, "cannot be read");
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
  std::vector<char> buffer(1 << 16);
  Manifest::File result;
  while (result.bytes < bytes) {
    const auto wanted = std::min<std::uint64_t>(buffer.size(), bytes - result.bytes);
    file.read(buffer.data(), static_cast<std::streamsize>(wanted));
    const auto n = static_cast<std::size_t>(file.gcount());
    if (n == 0) break;
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()), n);
    result.bytes += n;
  }
  std::array<unsigned char, crypto_generichash_BYTES> hash;
  crypto_generichash_final(&state, hash.data(), hash.size());
  std::array<char, 2 * crypto_generichash_BYTES + 1> hex;
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  result.blake2b = hex.data();
  return result;
}

const Manifest::File* KnownFiles::find(const fs::path& path, const std::string& place) const {
  const auto known = manifest.files.find(place);
  std::error_code error;
  if (known == manifest.files.end() || !fs::equivalent(generation / place, path, error) || error)
    return nullptr;
  return &known->second;
}

std::vector<std::uint64_t> list_generations(const fs::path& home) {
  std::vector<std::uint64_t> numbers;
  for (const auto& entry : fs::directory_iterator(home))
    if (const auto number = parse_generation_name(entry.path().filename().string()))
      numbers.push_back(*number);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

NewGeneration::NewGeneration(const fs::path& home) : home_(home) {
  for (const auto& entry : fs::directory_iterator(home))
    if (is_unfinished(entry.path())) fs::remove_all(entry.path());
  const auto existing = list_generations(home);
  number_ = std::max(existing.empty() ? 0 : existing.back(), read_current(home).value_or(0)) + 1;
  folder_ = home / (generation_name(number_) + ".tmp");
  fs::create_directories(folder_);
}

NewGeneration::~NewGeneration() {
  if (published_) return;
  try {
    if (read_current(home_) != number_) fs::remove_all(folder_);
  } catch (const std::exception&) {  // a leftover is removed by the next run
  }
}

void NewGeneration::seal(Manifest manifest) {
  const KnownFiles published = read_known_files(home_);
  std::vector<fs::path> folders = {folder_};
  std::vector<fs::path> fresh;  // what Xapian appended to others, its commit has brought to the disk
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    if (entry.is_directory()) {
      folders.push_back(entry.path());
      continue;
    }
    const std::string place = entry.path().lexically_relative(folder_).string();
    const Manifest::File* known = published.find(entry.path(), place);
    if (known != nullptr && known->bytes == entry.file_size()) {
      manifest.files[place] = *known;
      continue;
    }
    if (known != nullptr)
      manifest.files[place] = add_appended(*known, entry.path());
    else
      fresh.push_back(entry.path());
  }
  // The disk writes while the sums are made.
  std::future<void> synced = std::async(std::launch::async, [&] {
    for (const auto& file : fresh) sync_path(file);
  });
  for (const auto& file : fresh) manifest.files[file.lexically_relative(folder_).string()] = checksum(file);
  synced.get();
  write_synced(folder_ / kManifestFile, encode_manifest(manifest));
  for (const auto& folder : folders) sync_path(folder);
}

void NewGeneration::publish(std::size_t keep) {
  const auto before = read_current(home_);
  const fs::path final_folder = home_ / generation_name(number_);
  fs::rename(folder_, final_folder);
  folder_ = final_folder;
  sync_path(home_);
  set_current(home_, number_);
  published_ = true;
  auto kept = list_generations(home_);
  for (const auto number : list_generations(home_)) {
    if (kept.size() <= keep) break;
    if (number == number_ || number == before) continue;
    std::error_code ignored;  // it is published: what cannot be removed today goes the next time
    fs::remove_all(home_ / generation_name(number), ignored);
    std::erase(kept, number);
  }
}

void set_current(const fs::path& home, std::uint64_t generation) {
  const fs::path fresh = home / "CURRENT.tmp";
  write_synced(fresh, generation_name(generation) + "\n");
  fs::rename(fresh, home / kCurrentFile);
  sync_path(home);
}

}  // namespace vankien
