#include "indexer/extract/process_group.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace vankien {
namespace {

/// "17 (a name (1)) S 16 15 …": a name may hold anything, so what follows its last bracket counts.
bool is_alive_in(std::string_view stat, pid_t group) {
  const auto name_ends = stat.rfind(')');
  if (name_ends == std::string_view::npos) return false;
  char state = 0;
  int parent = 0;
  int found = 0;
  const std::string rest(stat.substr(name_ends + 1));
  if (std::sscanf(rest.c_str(), " %c %d %d", &state, &parent, &found) != 3) return false;
  return found == group && state != 'Z' && state != 'X';
}

}  // namespace

std::size_t processes_of_group(pid_t group) {
  const std::unique_ptr<DIR, int (*)(DIR*)> all(opendir("/proc"), closedir);
  if (!all) return 0;
  std::size_t count = 0;
  std::array<char, 512> block{};
  while (const dirent* entry = readdir(all.get())) {
    if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
    const int file =
        openat(dirfd(all.get()), (std::string(entry->d_name) + "/stat").c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;  // gone meanwhile
    const ssize_t got = read(file, block.data(), block.size());
    close(file);
    if (got > 0 && is_alive_in({block.data(), static_cast<std::size_t>(got)}, group)) ++count;
  }
  return count;
}

}  // namespace vankien
