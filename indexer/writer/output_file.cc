#include "indexer/writer/output_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

#include "indexer/generations/disk_space.h"
#include "indexer/generations/sync_path.h"

namespace vankien {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10;
constexpr std::uint64_t kWrittenOutBytes = std::uint64_t{4} << 20;

[[noreturn]] void fail(const std::filesystem::path& path) {
  if (errno == ENOSPC || errno == EDQUOT) throw DiskFull(path);
  throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail(path_);
}

OutputFile::~OutputFile() {
  if (file_ >= 0) ::close(file_);
}

void OutputFile::write(std::string_view bytes) {
  size_ += bytes.size();
  if (waiting_.empty() && bytes.size() >= kBufferBytes) return hand_over(bytes);
  waiting_ += bytes;
  if (waiting_.size() >= kBufferBytes) flush();
}

void OutputFile::Free::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

void OutputFile::keep_hash() {
  hash_.reset(XXH3_createState());
  if (!hash_) throw std::bad_alloc();
  XXH3_64bits_reset(hash_.get());
}

std::uint64_t OutputFile::hash() {
  flush();
  return XXH3_64bits_digest(hash_.get());
}

void OutputFile::flush() {
  hand_over(waiting_);
  waiting_.clear();
}

void OutputFile::hand_over(std::string_view bytes) {
  if (hash_) XXH3_64bits_update(hash_.get(), bytes.data(), bytes.size());
  for (std::string_view left = bytes; !left.empty();) {
    const ::ssize_t written = ::write(file_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(path_);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  // The disk works while the rest is made; what it cannot do fsync says.
  if (size_ - asked_ < kWrittenOutBytes) return;
  ::sync_file_range(file_, static_cast<off_t>(asked_), static_cast<off_t>(size_ - asked_),
                    SYNC_FILE_RANGE_WRITE);
  asked_ = size_;
}

void OutputFile::close() {
  flush();
  if (::close(std::exchange(file_, -1)) != 0) fail(path_);
}

void OutputFile::finish() {
  flush();
  if (::fsync(file_) != 0) fail(path_);
  close();
  sync_path(path_.parent_path());
}

}  // namespace vankien
