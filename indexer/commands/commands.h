#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>

namespace vankien {

struct RunOptions;  // indexer/pipeline/run.h

// One subcommand a file. Each function adds its command and options to the program; what the command does it
// hands to `chosen`, which main calls after the whole command line is understood.

/// Exit statuses, as --help tells them.
enum Exit { kDone = 0, kError = 1, kSomeFailed = 3, kLocked = 4 };

/// The chosen command's work: gives an exit status, or throws what main tells on stderr.
using Chosen = std::function<int()>;

void add_run_commands(CLI::App& app, Chosen& chosen);      ///< reindex, update
void add_failures_command(CLI::App& app, Chosen& chosen);  ///< failures
void add_spool_command(CLI::App& app, Chosen& chosen);     ///< spool

/// Takes in all that waits in the spool, and tells what came of it on stdout.
void empty_spool(const RunOptions& options);

/// Adds the option every command has.
void add_home_option(CLI::App& command, std::filesystem::path& home);

/// File names may hold anything; a row of a list stays a row: \n, \t and \r are written as two letters.
std::string one_line(const std::string& text);

}  // namespace vankien
