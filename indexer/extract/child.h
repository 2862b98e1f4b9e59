#pragma once

#include <filesystem>

#include "indexer/extract/extract.h"

namespace vankien {

/// Reads one file in a process of its own, so that a parser that crashes, hangs or eats memory costs one
/// file. The child is this program again:
///
///     vankien-indexer extract-one <file> <limits …> <scratch folder>     prints one JSON object and exits with 0
///
/// By hand, `vankien-indexer extract-one <file>` does the same with the usual limits.
///
/// `self_exe` is that program (/proc/self/exe resolved). Safe to call from several threads; the calling
/// thread waits for the child, and the child dies with it. limits.seconds bounds both the clock on the wall
/// and the processor's.
///
/// Throws ExtractError: whatever extract_file throws in the child, and besides
///   timeout        not done after limits.seconds
///   out_of_memory  limits.memory_bytes were not enough
///   crashed        killed by a signal, or said nothing sensible
///   too_large      says more than limits.output_bytes allow
/// Throws std::system_error when no process can be started: that is our trouble, not the file's.
ExtractedText extract_in_child(const std::filesystem::path& self_exe, const std::filesystem::path& file,
                               const ExtractLimits& limits);

/// The child's side. main() calls it first of all, with its own arguments:
///
///     if (vankien::is_extract_one(argc, argv)) return vankien::extract_one_main(argc, argv);
bool is_extract_one(int argc, char** argv);
int extract_one_main(int argc, char** argv);

/// Locks this process up (bounds.h, sandbox.h), reads the file and writes the answer to standard output. Returns the
/// exit status.
int extract_one_main(const std::filesystem::path& file, const std::filesystem::path& scratch,
                     const ExtractLimits& limits);

/// The first half of it: no open files but the standard ones, bounds, the sandbox. Temporary files go to `scratch`.
void lock_up(const std::filesystem::path& file, const std::filesystem::path& scratch,
             const ExtractLimits& limits);

}  // namespace vankien
