#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>

#include "indexer/commands/commands.h"
#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/scratch_folder.h"

namespace vankien {
namespace {

constexpr std::size_t kMostInput = 64 << 20;
constexpr unsigned kSeconds = 30;  // somebody waits for it

struct ExtractOptions {
  std::string file;
  std::string ending;
};

/// Standard input as a file that a bounded child may open; gone with the folder.
std::filesystem::path keep_input(const ScratchFolder& scratch, const std::string& ending) {
  const bool plain = ending.size() <= 8 && std::all_of(ending.begin(), ending.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                     });
  const auto file = scratch.path() / (plain && !ending.empty() ? "input." + ending : "input");
  std::ofstream out(file, std::ios::binary);
  std::string block(1 << 16, '\0');
  std::size_t read = 0;
  while (std::cin) {
    std::cin.read(block.data(), static_cast<std::streamsize>(block.size()));
    const std::streamsize got = std::cin.gcount();
    read += static_cast<std::size_t>(got);
    if (read > kMostInput) throw ExtractError("too_large", fmt::format("more than {} bytes", kMostInput));
    out.write(block.data(), got);
  }
  if (!out.flush()) throw std::runtime_error("cannot write to the temporary folder");
  return file;
}

int print_text(const ExtractOptions& options) {
  const auto program = extract_program(std::filesystem::read_symlink("/proc/self/exe"));
  ExtractLimits limits;
  limits.input_bytes = kMostInput;
  limits.seconds = kSeconds;
  try {
    const ScratchFolder scratch;
    const std::filesystem::path file =
        options.file == "-" ? keep_input(scratch, options.ending) : std::filesystem::path(options.file);
    return write_all_to_stdout(to_answer(extract_in_child(program, file, limits)) + "\n") ? kDone : kError;
  } catch (const ExtractError& error) {
    return write_all_to_stdout(to_answer(error) + "\n") ? kSomeFailed : kError;
  }
}

}  // namespace

void add_extract_command(CLI::App& app, Chosen& chosen) {
  const auto options = std::make_shared<ExtractOptions>();
  auto* command = app.add_subcommand(
      "extract", "the text of one file as JSON, read in a bounded child; nothing is kept or indexed");
  command
      ->add_option("FILE", options->file,
                   "the file, or - for standard input. Prints {\"pages\": […], \"format\": …} and exits with "
                   "0, or {\"error\": {\"code\": …, \"message\": …}} and 3")
      ->required();
  command->add_option(
      "--ending", options->ending,
      "what the name of standard input would end in, as docx; the content decides, where it can");
  command->callback([&chosen, options] { chosen = [options] { return print_text(*options); }; });
}

}  // namespace vankien
