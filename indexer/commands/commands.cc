#include "indexer/commands/commands.h"

namespace vankien {

void add_home_option(CLI::App& command, std::filesystem::path& home) {
  command.add_option("--home", home, "the archive's home folder")->required();
}

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : std::string(1, c);
  return out;
}

}  // namespace vankien
