#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "indexer/extract/member_name.h"
#include "indexer/extract/unpack.h"

namespace vankien {
namespace {

// Papers shrink to a twentieth, drawings of few colours to a hundredth; what shrinks more was made to.
constexpr std::uint64_t kMostRatio = 500;
constexpr std::uint64_t kSmall = 10u << 20;  // whatever its ratio

using Archive = std::unique_ptr<zip_t, void (*)(zip_t*)>;

Archive open_archive(const std::filesystem::path& file) {
  int code = 0;
  Archive archive(zip_open(file.c_str(), ZIP_RDONLY, &code), &zip_discard);
  if (archive) return archive;
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  throw ExtractError("damaged", "zip archive: " + reason);
}

bool is_office_document(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return name.starts_with("word/document") || name == "xl/workbook.xml" || name == "ppt/presentation.xml" ||
           (name == "mimetype" && &name == &names.front());
  });
}

/// What an archiver adds for itself, and what is hidden in a folder too (scan.h).
bool is_hidden(std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini") return true;
    if (part.starts_with('.') && part != "." && part != "..") return true;
    begin = end + 1;
  }
  return false;
}

class Reader {
 public:
  Reader(zip_t* archive, const UnpackBudget& budget, const ExtractLimits& limits, UnpackSink& sink)
      : archive_(archive), left_(budget.bytes), most_(limits.input_bytes), sink_(sink) {}

  void read(zip_uint64_t index, const std::string& name) {
    try {
      const zip_stat_t stat = check(index);
      const auto close = [](zip_file_t* file) { zip_fclose(file); };
      const std::unique_ptr<zip_file_t, decltype(close)> file(zip_fopen_index(archive_, index, 0), close);
      if (!file) throw ExtractError("damaged", zip_strerror(archive_));
      sink_.begin(name, "");
      copy(file.get(), stat);
      sink_.end();
    } catch (const ExtractError& error) {
      if (left_ == 0) throw;
      sink_.fail(name, error);
    }
  }

 private:
  zip_stat_t check(zip_uint64_t index) const {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive_, index, 0, &system, &attributes);
    const mode_t type = system == ZIP_OPSYS_UNIX ? attributes >> 16 & S_IFMT : 0;
    if (type == S_IFLNK) throw ExtractError("no_file", "is a symbolic link");
    if (type != 0 && type != S_IFREG) throw ExtractError("no_file", "is no regular file");
    zip_stat_t stat;
    if (zip_stat_index(archive_, index, 0, &stat) != 0) throw ExtractError("damaged", zip_strerror(archive_));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
      throw ExtractError("encrypted", "is under a password");
    if ((stat.valid & ZIP_STAT_COMP_METHOD) && zip_compression_method_supported(stat.comp_method, 0) == 0)
      throw ExtractError("unsupported_format",
                         "compressed in way " + std::to_string(stat.comp_method) + ", which is not read");
    // Sizes an archive declares are believed only when they are too big; what counts is what comes out.
    if (stat.valid & ZIP_STAT_SIZE) check_size(stat.size, stat);
    return stat;
  }

  void check_size(std::uint64_t size, const zip_stat_t& stat) const {
    if (size > most_) throw ExtractError("too_large", "more than " + std::to_string(most_) + " bytes");
    if ((stat.valid & ZIP_STAT_COMP_SIZE) && size > kSmall && size / kMostRatio > stat.comp_size)
      throw ExtractError("too_large", "unpacks to more than " + std::to_string(kMostRatio) + " times itself");
  }

  void copy(zip_file_t* file, const zip_stat_t& stat) {
    std::uint64_t size = 0;
    for (;;) {
      const zip_int64_t got = zip_fread(file, block_.data(), block_.size());
      if (got < 0) throw ExtractError("damaged", zip_file_strerror(file));
      if (got == 0) return;
      const auto bytes = static_cast<std::uint64_t>(got);
      size += bytes;
      check_size(size, stat);
      if (bytes > left_) {
        left_ = 0;
        throw ExtractError("too_large", "the archive unpacks to more than one file may");
      }
      left_ -= bytes;
      sink_.bytes({block_.data(), static_cast<std::size_t>(bytes)});
    }
  }

  zip_t* archive_;
  std::uint64_t left_;
  std::uint64_t most_;
  UnpackSink& sink_;
  std::array<char, 1 << 16> block_{};
};

}  // namespace

bool unpack_zip(const std::filesystem::path& file, const UnpackBudget& budget, const ExtractLimits& limits,
                UnpackSink& sink) {
  const Archive archive = open_archive(file);
  const auto count =
      static_cast<zip_uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive.get(), 0)));
  if (count > budget.members)
    throw ExtractError("too_large", "zip archive of " + std::to_string(count) + " members");
  std::vector<std::string> raw;
  std::vector<std::string> guessed;  // code page 437, the format's own
  std::uint64_t declared = 0;
  for (zip_uint64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive.get(), i, ZIP_FL_ENC_RAW);
    raw.emplace_back(name == nullptr ? "" : name);
    const char* guess = zip_get_name(archive.get(), i, ZIP_FL_ENC_GUESS);
    guessed.emplace_back(guess == nullptr ? "" : guess);
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), i, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE))
      declared += std::min<std::uint64_t>(stat.size, budget.bytes + 1);
  }
  if (is_office_document(raw)) return false;
  if (declared > budget.bytes)
    throw ExtractError("too_large",
                       "zip archive that unpacks to more than " + std::to_string(budget.bytes) + " bytes");
  const std::vector<std::string> names = decode_member_names(raw, guessed);
  Reader reader(archive.get(), budget, limits, sink);
  bool any = false;
  for (zip_uint64_t i = 0; i < count; ++i) {
    if (raw[i].ends_with('/') || is_hidden(names[i])) continue;
    any = true;
    reader.read(i, names[i]);
  }
  if (!any) throw ExtractError("empty", "zip archive without a file");
  return true;
}

}  // namespace vankien
