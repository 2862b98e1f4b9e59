#include "indexer/pipeline/jsonl.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <zlib.h>

#include <cstring>
#include <memory>

#include "indexer/extract/extract.h"
#include "indexer/scan/scan.h"

namespace vankien {
namespace {

constexpr std::size_t kGroupLines = 32;
constexpr std::size_t kGroupBytes = 1 << 20;
constexpr std::size_t kMostLineBytes = std::size_t{64} << 20;

}  // namespace

bool is_jsonl(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".jsonl") || name.ends_with(".jsonl.gz");
}

void read_lines(const std::filesystem::path& file, const TakeLines& take, const RefuseLine& refuse) {
  const int fd = open_regular(file);
  // It reads plain files as they are, and closes what it was given.
  const std::unique_ptr<gzFile_s, decltype(&gzclose)> in(fd < 0 ? nullptr : gzdopen(fd, "rb"), &gzclose);
  if (!in)
    throw ExtractError("unreadable", fmt::format("{}: {}", file.filename().string(), std::strerror(errno)));
  gzbuffer(in.get(), 1 << 17);
  // What is appended meanwhile is another run's: somebody may write faster than this reads.
  struct stat status {};
  const bool bounded = ::fstat(fd, &status) == 0 && gzdirect(in.get()) == 1;
  const auto is_over = [&] { return bounded && gztell(in.get()) >= status.st_size; };
  std::vector<std::string> group;
  std::size_t group_bytes = 0;
  std::uint64_t number = 1;
  std::uint64_t first = 1;
  std::string line;
  bool too_long = false;
  char buffer[1 << 16];
  const auto flush = [&] {
    const bool go_on = group.empty() || take(first, std::move(group));
    group.clear();
    group_bytes = 0;
    first = number;
    return go_on;
  };
  while (!is_over() && gzgets(in.get(), buffer, sizeof buffer) != nullptr) {
    const bool whole = std::strchr(buffer, '\n') != nullptr;
    if (!too_long) line += buffer;
    if (line.size() > kMostLineBytes) {
      too_long = true;
      line.clear();
    }
    if (!whole) continue;
    if (too_long) refuse(number, fmt::format("the line has more than {} MB", kMostLineBytes >> 20));
    too_long = false;
    ++number;
    group_bytes += line.size();
    group.push_back(std::move(line));
    line.clear();
    if ((group.size() >= kGroupLines || group_bytes >= kGroupBytes) && !flush()) return;
  }
  int code = Z_OK;
  const char* message = gzerror(in.get(), &code);
  if (code != Z_OK && code != Z_STREAM_END)
    throw ExtractError("damaged", fmt::format("after line {}: {}", number - 1, message));
  if (!line.empty()) group.push_back(std::move(line));
  flush();
}

}  // namespace vankien
