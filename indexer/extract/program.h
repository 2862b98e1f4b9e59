#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// A foreign program that reads a format for us, and the Debian package it comes in. `arguments` are fixed: no
/// name of a file is ever among them, the program finds the file as /dev/stdin.
struct Program {
  std::filesystem::path path;
  std::vector<std::string> arguments;
  std::string package;
  std::vector<std::string> environment = {};  ///< "HOME=/…"; nothing of ours goes there by itself
  std::filesystem::path folder = {};  ///< where it starts and may write; empty: it writes nothing
};

struct ProgramEnd {
  int status = 0;      ///< exit status
  std::string output;  ///< what it wrote to standard output
  std::string errors;  ///< the first kilobytes of standard error
};

/// Runs it over one file, without a shell, under the bounds of `limits`, in the
/// group of this process, so that it dies with it and is killed with it. It can start no process of its own.
/// Throws ExtractError:
///   missing_program  not installed; the message names the package
///   timeout          not done after limits.seconds
///   too_large        writes more than limits.output_bytes
///   crashed          killed by a signal
/// Throws std::system_error when no process can be started.
ProgramEnd run_program(const Program& program, const std::filesystem::path& file,
                       const ExtractLimits& limits);

}  // namespace vankien
