#pragma once

#include <linux/filter.h>

#include <filesystem>
#include <string>
#include <vector>

namespace vankien {

/// Shuts this process in, for good, and all that it will start: a parser that a hostile file has taken over can
/// neither tell anybody nor outlive its file.
///
///     shut_in(file, scratch);       // before the first foreign byte is read
///     shut_in_alone();              // besides, where no program is to be run
///
/// After shut_in it reads `file`, programs, libraries, fonts and their settings, and writes below `scratch` (may be
/// empty: nowhere). Landlock refuses every other file with EACCES, and signals to the processes outside; seccomp refuses
/// with EPERM all sockets but local ones, tracing, mounts, namespaces, kernel interfaces that no reader needs, and
/// leaving the process group – so that killing the group kills them all.
/// Throws std::system_error when the kernel refuses a filter that it knows; what it does not know is gone without.
void shut_in(const std::filesystem::path& file, const std::filesystem::path& scratch);

/// Besides no sockets at all, no new processes, no programs, no change of its bounds.
void shut_in_alone();

/// Besides no new processes, only threads: for a program about to be run, of which no reader needs a second. Made before the fork, since
/// the child may ask for no memory: another thread may have held the allocator's lock (AddressSanitizer's waits for ever then).
class OneProgramFilter {
 public:
  /// Throws std::system_error.
  OneProgramFilter();
  /// In the child. False if the kernel refuses a filter that it knows.
  bool load() const;

 private:
  std::vector<sock_filter> steps_;
};

/// What this kernel cannot hold of the above, in a sentence for the log; "" if it holds everything.
std::string sandbox_shortfall();

}  // namespace vankien
