#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "analyzers/schema/grade.h"

namespace vankien {

struct RunOptions;  // indexer/pipeline/run.h

// One subcommand a file. Each function adds its command and options to the program; what the command does it
// hands to `chosen`, which main calls after the whole command line is understood.

/// Exit statuses, as --help tells them.
enum Exit { kDone = 0, kError = 1, kSomeFailed = 3, kLocked = 4, kFindings = 5, kStopped = 6 };

/// The chosen command's work: gives an exit status, or throws what main tells on stderr.
using Chosen = std::function<int()>;

void add_run_commands(CLI::App& app, Chosen& chosen);      ///< reindex, update
void add_failures_command(CLI::App& app, Chosen& chosen);  ///< failures
void add_watch_command(CLI::App& app, Chosen& chosen);     ///< watch
void add_stats_command(CLI::App& app, Chosen& chosen);     ///< stats
void add_export_command(CLI::App& app, Chosen& chosen);    ///< export
void add_check_command(CLI::App& app, Chosen& chosen);     ///< check
void add_extract_command(CLI::App& app, Chosen& chosen);   ///< extract
void add_rollback_command(CLI::App& app, Chosen& chosen);  ///< rollback
void add_spool_command(CLI::App& app, Chosen& chosen);     ///< spool

/// Takes in all that waits in the spool, and tells what came of it on stdout.
void empty_spool(const RunOptions& options);

/// Adds the option every command has.
void add_home_option(CLI::App& command, std::filesystem::path& home);

/// Adds --grade, which limits a command to some grades; empty = all.
void add_grade_option(CLI::App& command, std::vector<Grade>& grades);

/// File names may hold anything; a row of a list stays a row: \n, \t and \r are written as two letters.
std::string one_line(const std::string& text);

}  // namespace vankien
