#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// The program that reads foreign files, vankien-extract beside the indexer's own: the parsers bring fifty libraries, whose
/// loading would cost every start of the indexer 12 ms. `self_exe` is the indexer (/proc/self/exe resolved).
/// Throws std::runtime_error if it is not there: that is our trouble, no file's.
std::filesystem::path extract_program(const std::filesystem::path& self_exe);

/// Reads one file in a process of its own, so that a parser that crashes, hangs or eats memory costs one
/// file:
///
///     vankien-extract extract-one <file> <scratch folder> <limits …>     prints one JSON object and exits with 0
///
/// `program` is that program (extract_program). Safe to call from several threads; the calling thread waits for the
/// child, and the child dies with it. limits.seconds bounds both the clock on the wall and the processor's.
///
/// Throws ExtractError: whatever extract_file throws in the child, and besides
///   timeout        not done after limits.seconds
///   out_of_memory  limits.memory_bytes were not enough
///   crashed        killed by a signal, or said nothing sensible
///   too_many_processes  started more than a reader needs
///   too_large      says more than limits.output_bytes allow
/// Throws std::system_error when no process can be started: that is our trouble, not the file's.
ExtractedText extract_in_child(const std::filesystem::path& program, const std::filesystem::path& file,
                               const ExtractLimits& limits);

/// Runs a program of ours that reads one file, as `program <arguments …> <limits …>`, bounded as above, and hands over
/// what it says on standard output, at most `most` bytes, block by block. The limits are five numbers in the order of
/// ExtractLimits. Throws like extract_in_child, and what `take` throws.
void run_child(const std::filesystem::path& program, std::vector<std::string> arguments,
               const ExtractLimits& limits, std::uint64_t most,
               const std::function<void(std::string_view block)>& take);

/// The same, with all that it said.
std::string ask_child(const std::filesystem::path& program, std::vector<std::string> arguments,
                      const ExtractLimits& limits);

/// The child's side. Reads those five numbers; false if they are none.
bool read_limits(char** numbers, ExtractLimits& limits);

/// The child's side, called by its main() with its own arguments. Locks this process up (bounds.h, sandbox.h), reads the
/// file and writes the answer to standard output. Returns the exit status.
bool is_extract_one(int argc, char** argv);
int extract_one_main(int argc, char** argv);

/// The first half of it: no open files but the standard ones, bounds, the sandbox. Temporary files go to `scratch`.
void lock_up(const std::filesystem::path& file, const std::filesystem::path& scratch,
             const ExtractLimits& limits);
bool write_all_to_stdout(std::string_view bytes);

}  // namespace vankien
