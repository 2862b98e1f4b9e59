#include "indexer/generations/generations.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "indexer/generations/checksum.h"
#include "indexer/generations/sync_path.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, const char* what) {
  throw std::runtime_error(fmt::format("{}: {}: {}", path.string(), what, std::strerror(errno)));
}

void write(const fs::path& path, const std::string& content) {
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
  if (::close(fd) != 0) fail(path, "cannot be written");
}

// What is known of a file that has grown since. Many small parts become one.
Manifest::File add_appended(Manifest::File file, const fs::path& path) {
  constexpr std::size_t kMostParts = 32;
  if (file.appended.size() >= kMostParts) {
    file.bytes -= file.appended_bytes();
    file.appended.clear();
  }
  file.appended.push_back(checksum_appended(path, file.bytes, std::numeric_limits<std::uint64_t>::max()));
  file.bytes += file.appended.back().bytes;
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
  if (synced_.valid()) synced_.wait();
  if (published_) return;
  try {
    if (read_current(home_) != number_) fs::remove_all(folder_);
  } catch (const std::exception&) {  // a leftover is removed by the next run
  }
}

void NewGeneration::seal(Manifest manifest) {
  const KnownFiles published = read_known_files(home_);
  std::vector<fs::path> folders = {folder_};
  std::vector<fs::path> fresh;
  std::vector<fs::path> grown;
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
    (known != nullptr ? grown : fresh).push_back(entry.path());
  }
  // The disk writes while the sums are made.
  std::vector<fs::path> changed = fresh;
  changed.insert(changed.end(), grown.begin(), grown.end());
  std::future<void> content = std::async(std::launch::async, [changed] { sync_paths(changed); });
  for (const auto& file : fresh)
    if (const auto place = file.lexically_relative(folder_).string(); !manifest.files.contains(place))
      manifest.files[place] = checksum(file);
  for (const auto& file : grown) {
    const std::string place = file.lexically_relative(folder_).string();
    manifest.files[place] = add_appended(published.manifest.files.at(place), file);
  }
  const fs::path described = folder_ / kManifestFile;
  write(described, encode_manifest(manifest));
  synced_ = std::async(std::launch::async, [described, folders, content = std::move(content)]() mutable {
    sync_path(described);
    content.get();
    sync_paths(folders);
  });
}

void NewGeneration::wait_for_disk() {
  if (synced_.valid()) synced_.get();
}

void NewGeneration::publish() {
  wait_for_disk();
  before_ = read_current(home_);
  const fs::path final_folder = home_ / generation_name(number_);
  fs::rename(folder_, final_folder);
  folder_ = final_folder;
  sync_path(home_);
  set_current(home_, number_);
  published_ = true;
}

void NewGeneration::remove_old(std::size_t keep) {
  auto kept = list_generations(home_);
  for (const auto number : list_generations(home_)) {
    if (kept.size() <= keep) break;
    if (number == number_ || number == before_) continue;
    std::error_code ignored;
    fs::remove_all(home_ / generation_name(number), ignored);
    std::erase(kept, number);
  }
}

void set_current(const fs::path& home, std::uint64_t generation) {
  const fs::path fresh = home / "CURRENT.tmp";
  write(fresh, generation_name(generation) + "\n");
  sync_path(fresh);
  fs::rename(fresh, home / kCurrentFile);
  sync_path(home);
}

}  // namespace vankien
