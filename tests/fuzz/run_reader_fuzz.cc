// Any bytes taken for the sections of a run on disk, under a summary that fits them: read, copied without a document, or refused as
// std::runtime_error; never more documents than bytes. A byte that is changed afterwards is noticed.

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indexer/writer/output_file.h"
#include "indexer/writer/run/run_reader.h"
#include "indexer/writer/run/run_sieve.h"

namespace {

using namespace vankien;

void write(const std::filesystem::path& file, std::string_view bytes, RunSummary summary) {
  OutputFile out(file);
  out.keep_hash();
  out.write(bytes);
  summary.hash = out.hash();
  out.write(encode_summary(summary));
  out.finish();
}

void read_all(const RunReader& run, std::size_t most) {
  std::size_t read = 0;
  const auto count = [&] {
    if (++read > 8 * most) std::abort();
  };
  const auto attempt = [](const auto& action) {
    try {
      action();
    } catch (const std::runtime_error&) {
      // Refused, which is fine.
    }
  };
  for (const Section lists : {Section::kLists, Section::kLengths})
    attempt([&] {
      for (ListCursor cursor(run.section(lists), 0); cursor.next();)
        while (cursor.next_piece()) count();
    });
  attempt([&] {
    for (EntryCursor cursor(run.section(Section::kEntries)); cursor.next();) count();
  });
  attempt([&] {
    for (IdCursor cursor(run.section(Section::kIds)); cursor.next();) count();
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("run-fuzz-" + std::to_string(::getpid()));
  static const bool made = std::filesystem::create_directories(folder);
  if (!made || size < 6) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 6, size - 6);
  RunSummary summary;
  summary.counts.documents = summary.counts.last_id = data[0];
  for (std::size_t i = 1; i < kSections; ++i) summary.begins[i] = body.size() * data[i] / 255;
  summary.begins[kSections] = body.size();
  std::sort(summary.begins.begin(), summary.begins.end());
  const auto file = folder / "run";
  write(file, body, summary);
  const RunReader run(file);
  if (!run.is_as_written()) std::abort();
  read_all(run, size);
  try {
    sift_runs({file}, {{file, {1}}}, folder / "sifted");
  } catch (const std::runtime_error&) {
    // Refused, which is fine.
  }
  if (body.empty()) return 0;
  std::string bad(body);
  bad[data[5] % bad.size()] ^= 1;
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
      .write(bad.data(), static_cast<std::streamsize>(bad.size()));
  if (RunReader(file).is_as_written()) std::abort();
  return 0;
}
