#include "indexer/commands/commands.h"

namespace vankien {

void add_home_option(CLI::App& command, std::filesystem::path& home) {
  command.add_option("--home", home, "the archive's home folder")->required();
}

void add_grade_option(CLI::App& command, std::vector<Grade>& grades) {
  static const std::vector<std::string> kNames(kGradeNames.begin(), kGradeNames.end());
  command
      .add_option_function<std::vector<std::string>>(
          "--grade",
          [&grades](const std::vector<std::string>& names) {
            for (const auto& name : names) grades.push_back(parse_grade(name).value());
          },
          "only these grades of secrecy (open,internal,mat,toi-mat,tuyet-mat); all if left out")
      ->delimiter(',')
      ->check(CLI::IsMember(kNames));
}

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : std::string(1, c);
  return out;
}

}  // namespace vankien
