#include "indexer/extract/office.h"

#include <fstream>
#include <iterator>

#include "indexer/extract/program.h"
#include "indexer/extract/scratch_folder.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

/// Named, because LibreOffice takes what it does not know for a table of text.
std::string filter_of(std::string_view format) {
  return format == "xls"   ? "MS Excel 97"
         : format == "ppt" ? "MS PowerPoint 97"
         : format == "ods" ? "calc8"
         : format == "odp" ? "impress8"
                           : "MS Word 97";
}

/// The program itself, not the shell script around it, which would leave us a grandchild.
Program office_in(const std::filesystem::path& folder, const std::string& from, const std::string& to) {
  const std::string profile = "file://" + (folder / "profile").string();
  return {.path = "/usr/lib/libreoffice/program/soffice.bin",
          .arguments = {"-env:UserInstallation=" + profile, "--headless", "--norestore", "--nolockcheck",
                        "--infilter=" + filter_of(from), "--convert-to", to, "--outdir",
                        (folder / "made").string(), (folder / ("document." + from)).string()},
          .package = from == "xls" || from == "ods"   ? "libreoffice-calc-nogui"
                     : from == "ppt" || from == "odp" ? "libreoffice-impress-nogui"
                                                      : "libreoffice-writer-nogui",
          .environment = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(), "LANG=C.UTF-8",
                          "SAL_USE_VCLPLUGIN=svp", "OSL_SOCKET_PATH=.",
                          "MALLOC_ARENA_MAX=1"},  // each takes 64 MB of addresses,
          .folder = folder};
}

// Addresses: it takes 160 MB of memory for itself and maps 200 more; with fewer it aborts, or calls any file damaged.
constexpr std::size_t kLeastAddresses = std::size_t{384} << 20;

std::string read_made(const std::filesystem::path& file, const ExtractLimits& limits) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error)))
    throw ExtractError("damaged", "LibreOffice cannot read the document");
  if (std::filesystem::file_size(file, error) > limits.input_bytes)
    throw ExtractError("too_large", "the document becomes too large when converted");
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string converted_by_office(std::string_view bytes, const std::string& from, const std::string& to,
                                const ExtractLimits& limits) {
  constexpr int kStartMeAgain = 81;  // said once, when it has made itself a profile
  if (limits.memory_bytes < kLeastAddresses)
    throw ExtractError("out_of_memory",
                       "LibreOffice, which reads such files, needs more memory: --memory 512M or more");
  const ScratchFolder scratch;
  const auto input = scratch.path() / ("document." + from);
  std::ofstream(input, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const Program office = office_in(scratch.path(), from, to);
  ProgramEnd end = run_program(office, input, limits);
  if (end.status == kStartMeAgain) end = run_program(office, input, limits);
  if (end.status != 0) {
    throw ExtractError("crashed", "LibreOffice left with status " + std::to_string(end.status) + ": " +
                                      bare(end.errors).substr(0, 200));
  }
  return read_made(scratch.path() / "made" / ("document." + to), limits);
}

}  // namespace vankien
