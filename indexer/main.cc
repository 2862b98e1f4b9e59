#include <fmt/format.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "indexer/commands/commands.h"
#include "indexer/extract/child.h"
#include "indexer/generations/generations.h"

namespace {

constexpr const char* kHelp = R"(Reads an archive of Vietnamese party documents into a full-text index.

A SOURCE is a folder of .txt .html .docx .doc .rtf .odt .xlsx .xls .ods .pptx .ppt .odp .pdf
files, or a .jsonl / .jsonl.gz file of records (id, title, symbol, type, issuer, level, date, term,
grade, body; further fields are kept).
Fields in a FILE.meta.json beside a file win over those read from its letterhead.

The index lives in the home folder. It is built aside and swapped in by a rename: vankien-searchd
goes on answering from the old generation and moves over by itself. Killing this program at any
moment leaves the published index whole.)";

constexpr const char* kFooter = R"(
Exit status:
  0  done, everything was read
  1  nothing was published; the last line on stderr says why
  3  done and published, but some files or records failed: see `vankien-indexer failures`
  4  another indexer is at work on the same home folder

Examples:
  vankien-indexer reindex /srv/van-kien --home /var/lib/vankien
  vankien-indexer update /srv/van-kien /srv/van-ban-den.jsonl.gz --home /var/lib/vankien
  vankien-indexer failures --home /var/lib/vankien)";

}  // namespace

int main(int argc, char** argv) {
  using namespace vankien;
  if (is_extract_one(argc, argv)) return extract_one_main(argc, argv);  // the bounded child
  CLI::App app(kHelp, "vankien-indexer");
  app.footer(kFooter);
  app.require_subcommand(1);
  Chosen chosen;
  add_run_commands(app, chosen);
  add_failures_command(app, chosen);
  CLI11_PARSE(app, argc, argv);
  try {
    return chosen();
  } catch (const HomeLocked& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
    return kLocked;
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "vankien-indexer: index: {}\n", error.get_description());
  } catch (const std::exception& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
  }
  return kError;
}
