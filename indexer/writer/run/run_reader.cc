#include "indexer/writer/run/run_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <system_error>

namespace vankien {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
constexpr std::uint64_t kMagic = 0x326E75726B6E6176;  // "vankrun2"

struct Tail {
  std::uint64_t magic;
  RunSummary summary;
  std::uint64_t hash;
};

std::uint64_t hash_of(const Tail& tail) { return XXH3_64bits(&tail, offsetof(Tail, hash)); }

}  // namespace

std::string encode_summary(const RunSummary& summary) {
  Tail tail;
  std::memset(static_cast<void*>(&tail), 0, sizeof tail);  // also what is between the fields
  tail.magic = kMagic;
  // Not as a whole: that would copy what is between them, too, and the same documents would not make the same bytes.
  DatabaseCounts& counts = tail.summary.counts;
  counts.documents = summary.counts.documents;
  counts.last_id = summary.counts.last_id;
  counts.total_length = summary.counts.total_length;
  counts.least_length = summary.counts.least_length;
  counts.most_length = summary.counts.most_length;
  counts.most_times = summary.counts.most_times;
  tail.summary.valued = summary.valued;
  tail.summary.begins = summary.begins;
  tail.summary.hash = summary.hash;
  tail.hash = hash_of(tail);
  return {reinterpret_cast<const char*>(&tail), sizeof tail};
}

SectionReader::SectionReader(int file, std::uint64_t begin, std::uint64_t end)
    : file_(file), next_(begin), end_(end) {}

void SectionReader::fill(std::size_t least) {
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(place_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
  filled_ -= place_;
  place_ = 0;
  if (least > filled_ && least - filled_ > end_ - next_)
    throw std::runtime_error("a run on disk ends too early");
  if (buffer_.size() < std::max(least, kBufferBytes)) buffer_.resize(std::max(least, kBufferBytes));
  while (filled_ < least) {
    const std::size_t wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size() - filled_, end_ - next_));
    const ::ssize_t read = ::pread(file_, buffer_.data() + filled_, wanted, static_cast<::off_t>(next_));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) throw std::runtime_error("a run on disk ends too early");
    filled_ += static_cast<std::size_t>(read);
    next_ += static_cast<std::uint64_t>(read);
  }
}

RunReader::RunReader(const std::filesystem::path& file) : file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) throw std::system_error(errno, std::generic_category(), file.string());
  struct stat status {};
  Tail tail;
  const bool whole =
      ::fstat(file_, &status) == 0 && status.st_size >= static_cast<::off_t>(sizeof tail) &&
      ::pread(file_, &tail, sizeof tail, status.st_size - static_cast<::off_t>(sizeof tail)) == sizeof tail &&
      tail.magic == kMagic && tail.hash == hash_of(tail) &&
      std::is_sorted(tail.summary.begins.begin(), tail.summary.begins.end()) &&
      tail.summary.begins[kSections] + sizeof tail == static_cast<std::uint64_t>(status.st_size);
  if (!whole) {
    ::close(file_);
    throw std::runtime_error(file.string() + ": no whole run");
  }
  summary_ = tail.summary;
}

RunReader::~RunReader() { ::close(file_); }

bool RunReader::is_as_written() const {
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_64bits_reset(state.get());
  SectionReader all(file_, 0, summary_.begins[kSections]);
  for (std::uint64_t left = summary_.begins[kSections]; left > 0;) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, kBufferBytes));
    XXH3_64bits_update(state.get(), all.bytes(size).data(), size);
    left -= size;
  }
  return XXH3_64bits_digest(state.get()) == summary_.hash;
}

SectionReader RunReader::section(Section section) const {
  const auto i = static_cast<std::size_t>(section);
  return {file_, summary_.begins[i], summary_.begins[i + 1]};
}

bool ListCursor::next() {
  if (section_.at_end()) return false;
  const auto size = static_cast<unsigned char>(section_.bytes(1)[0]);
  term_ = section_.bytes(size);
  documents_ = section_.number32();
  times_ = section_.number();
  return true;
}

std::optional<ListPiece> ListCursor::next_piece() {
  const std::uint64_t size = section_.number();
  if (size == 0) return std::nullopt;
  const std::uint32_t first = section_.number32() + offset_;
  const std::uint32_t last = first + section_.number32();
  return ListPiece{first, last, section_.bytes(size)};
}

std::string_view EntryCursor::take(std::string& room) {
  room = section_.bytes(section_.number());
  return room;
}

bool EntryCursor::next() {
  if (section_.at_end()) return false;
  entry_.data = take(rooms_[0]);
  entry_.id = take(rooms_[1]);
  entry_.path = take(rooms_[2]);
  entry_.place = take(rooms_[3]);
  return true;
}

bool IdCursor::next() {
  if (section_.at_end()) return false;
  const std::string_view bytes = section_.bytes(sizeof hash_);
  std::memcpy(&hash_, bytes.data(), bytes.size());
  return true;
}

IdHash hash_id(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.low64, hash.high64};
}

}  // namespace vankien
