// Opening a published archive and what is typed into it: CPU time of one thread.
//   scripts/bench opening HOME [letters]      letters: also what is suggested for 200 titles, letter by letter
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"
#include "analyzers/schema/record.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/suggest/suggest.h"

namespace {

using namespace vankien;

constexpr int kRounds = 3;

struct Times {
  double cpu = 0, wall = 0;  // ms
};

template <class Work>
Times time_of(Work work) {
  const auto begun = std::chrono::steady_clock::now();
  const std::clock_t before = std::clock();
  work();
  return {1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC,
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count()};
}

double resident_mb() {
  std::size_t total = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void tell(const std::string& what, std::vector<Times> times) {
  const auto least = [&](double Times::*part) {
    return (*std::min_element(times.begin(), times.end(),
                              [&](auto& a, auto& b) { return a.*part < b.*part; })).*
           part;
  };
  fmt::print("{:40} {:9.1f} ms CPU {:9.1f} ms wall\n", what, least(&Times::cpu), least(&Times::wall));
}

void open_it(const std::filesystem::path& generation) {
  std::vector<Times> opening;
  std::array<std::vector<Times>, kGradeCount> outlooks;
  for (int round = 0; round < kRounds; ++round) {
    std::unique_ptr<Snapshot> snapshot;
    const double before = resident_mb();
    opening.push_back(time_of([&] { snapshot = std::make_unique<Snapshot>(generation); }));
    if (round == 0) fmt::print("{:40} {:9.1f} MB\n", "resident after opening, more", resident_mb() - before);
    for (std::size_t grade = 0; grade < kGradeCount; ++grade)
      outlooks[grade].push_back(time_of([&] { snapshot->view(static_cast<Grade>(grade)); }));
  }
  tell("opening", opening);
  for (std::size_t grade = 0; grade < kGradeCount; ++grade)
    tell(fmt::format("first view of {}", kGradeNames[grade]), outlooks[grade]);
}

// From the generation before the published one, if the two are of one line: what a reader waits for after a change.
void take_over(const std::filesystem::path& generation) {
  const auto number = parse_generation_name(generation.filename().string()).value();
  const auto earlier = generation.parent_path() / generation_name(number - 1);
  if (!std::filesystem::exists(earlier)) return;
  const Snapshot before(earlier);
  for (std::size_t grade = 0; grade < kGradeCount; ++grade) before.view(static_cast<Grade>(grade));
  std::vector<Times> times;
  for (int round = 0; round < kRounds; ++round)
    times.push_back(time_of([&] {
      const Snapshot taken(generation, &before);
      for (std::size_t grade = 0; grade < kGradeCount; ++grade) taken.view(static_cast<Grade>(grade));
    }));
  tell("taking over from the one before, all views", times);
}

// A document's numbers: ids apart, which are text. Columns that share numbers count once.
void weigh_columns(const Snapshot& snapshot) {
  const auto view = snapshot.view(Grade::kOpen);
  const Columns& columns = *view->columns[0];
  std::vector<const void*> seen;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const Ordinals& ordinals = columns[static_cast<Attribute>(i)].ordinals;
    if (std::find(seen.begin(), seen.end(), &ordinals.base()) != seen.end()) continue;
    seen.push_back(&ordinals.base());
    bytes += ordinals.size() * ordinals.base().width();
  }
  fmt::print("{:40} {:9.1f} bytes a document\n", "columns",
             static_cast<double>(bytes) / static_cast<double>(columns.documents().size()));
}

std::string first_letters(const std::string& text, std::size_t letters) {
  const MappedText decoded = decode_utf8(text);
  return text.substr(0, decoded.offsets[std::min(letters, decoded.chars.size())]);
}

void type_into(const Snapshot& snapshot) {
  const auto view = snapshot.view(Grade::kOpen);
  std::vector<std::string> titles;
  const auto& documents = view->columns[0]->documents();
  for (std::size_t i = 0; i < 200; ++i) {
    const auto id = documents[i * documents.size() / 200];
    const std::string data = stored_fields(view->shards[0].get_document(id).get_data());
    const auto begin = data.find("\"title\":\"");
    if (begin != std::string::npos)
      titles.push_back(data.substr(begin + 9, data.find('"', begin + 9) - begin - 9));
  }
  const auto bare = [](const std::string& text) {
    std::string out;
    for (const Token& token : analyze_words(text)) out += (out.empty() ? "" : " ") + bare_form(token.text);
    return out;
  };
  for (const bool marked : {true, false})
    for (const std::size_t letters : {1u, 2u, 3u, 5u, 8u, 12u, 20u, 40u}) {
      std::vector<double> times;
      for (const std::string& title : titles) {
        const std::string typed = first_letters(marked ? title : bare(title), letters);
        times.push_back(time_of([&] { suggest(snapshot, Grade::kOpen, typed, 10); }).cpu);
      }
      std::sort(times.begin(), times.end());
      fmt::print("suggest, {:2} letters, {:8} {:7.2f} ms half {:7.2f} ms 99 % {:7.2f} ms most\n", letters,
                 marked ? "marked" : "bare", times[times.size() / 2], times[times.size() * 99 / 100],
                 times.back());
    }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::filesystem::path home = argv[1];
  const auto generation = home / generation_name(read_current(home).value());
  open_it(generation);
  take_over(generation);
  const Snapshot snapshot(generation);
  weigh_columns(snapshot);
  if (argc > 2) type_into(snapshot);
  return 0;
}
