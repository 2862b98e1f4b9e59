#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vankien {

/// Runs a program without a shell, `input` being its standard input, and gives what it says on standard output. It has no
/// other open file and no setting of ours but PATH and TMPDIR; its errors go to our standard error. Nothing if it is not
/// done in `time` or says more than `most` bytes: then it is killed, with all of its process group.
///   run_child_process({"/bin/cat"}, "abc", 10, 1s) → "abc"
/// Safe to call from several threads. Throws std::system_error if it cannot be started.
std::optional<std::string> run_child_process(std::vector<std::string> words, std::string_view input,
                                             std::size_t most, std::chrono::milliseconds time);

}  // namespace vankien
