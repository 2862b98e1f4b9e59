#include "indexer/records/jsonl.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/extract.h"
#include "indexer/records/line_groups.h"
#include "indexer/scan/scan.h"

namespace vankien {
bool is_jsonl(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".jsonl") || name.ends_with(".jsonl.gz");
}

void read_lines(const std::filesystem::path& file, const TakeLines& take, const RefuseLine& refuse,
                std::size_t most_line_bytes) {
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
  LineGroups groups(take);
  std::uint64_t number = 1;
  std::string line;
  bool too_long = false;
  // False: no more is wanted.
  const auto end_line = [&] {
    if (too_long)
      refuse(number,
             fmt::format("the line has more than {} MB{}", most_line_bytes >> 20,
                         most_line_bytes < kMostLineBytes ? "; more --memory takes longer ones" : ""));
    too_long = false;
    return groups.add(number++, std::exchange(line, {}));
  };
  std::vector<char> buffer(1 << 16);
  while (!is_over()) {
    auto wanted = static_cast<std::uint64_t>(buffer.size());
    if (bounded) wanted = std::min(wanted, static_cast<std::uint64_t>(status.st_size - gztell(in.get())));
    const int got = gzread(in.get(), buffer.data(), static_cast<unsigned>(wanted));
    if (got <= 0) break;
    // By length, not to the next zero byte: a power cut leaves such where somebody was writing.
    std::string_view left(buffer.data(), static_cast<std::size_t>(got));
    while (!left.empty()) {
      const std::size_t end = left.find('\n');
      const std::string_view piece = left.substr(0, end == std::string_view::npos ? end : end + 1);
      left.remove_prefix(piece.size());
      if (!too_long) line += piece;
      if (line.size() > most_line_bytes) {
        too_long = true;
        line.clear();
      }
      if (end != std::string_view::npos && !end_line()) return;
    }
  }
  int code = Z_OK;
  std::string_view message = gzerror(in.get(), &code);
  if (code != Z_OK && code != Z_STREAM_END) {
    groups.flush();  // what was read whole counts
    if (const auto name = message.find(": "); name != message.npos)
      message.remove_prefix(name + 2);  // "<fd:12>: "
    throw ExtractError("damaged", fmt::format("after line {}: {}", number - 1, message));
  }
  if ((too_long || !line.empty()) && !end_line()) return;
  groups.flush();
}

}  // namespace vankien
