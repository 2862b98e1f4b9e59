#include "indexer/extract/zip_reader.h"

#include <algorithm>
#include <array>

namespace vankien {
namespace {

constexpr zip_int64_t kMostMembers = 10'000;

ExtractError unpack_error(const std::string& name, const std::string& what) {
  return ExtractError("damaged", "zip member " + name + ": " + what);
}

}  // namespace

ZipReader::ZipReader(std::string_view bytes, const ExtractLimits& limits) : allowance_(limits.input_bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive_) {
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    zip_source_free(source);
    throw ExtractError("damaged", "zip archive: " + reason);
  }
  zip_error_fini(&error);
  const zip_int64_t members = zip_get_num_entries(archive_.get(), 0);
  if (members > kMostMembers) {
    throw ExtractError("too_large", "zip archive of " + std::to_string(members) + " members");
  }
  for (zip_int64_t i = 0; i < members; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    names_.emplace_back(name == nullptr ? "" : name);
  }
}

bool ZipReader::has(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

void ZipReader::read(const std::string& name, const std::function<bool(std::string_view)>& take) {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at == names_.end()) throw unpack_error(name, "missing");
  const auto index = static_cast<zip_uint64_t>(at - names_.begin());
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), index, 0, &stat) != 0)
    throw unpack_error(name, zip_strerror(archive_.get()));
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
    throw ExtractError("encrypted", "zip member " + name + " is under a password");
  }
  const auto refuse = [&] {
    throw ExtractError("too_large", "zip member " + name + " unpacks to more than the file may");
  };
  if ((stat.valid & ZIP_STAT_SIZE) && stat.size > allowance_) refuse();

  const auto close = [](zip_file_t* file) { zip_fclose(file); };
  const std::unique_ptr<zip_file_t, decltype(close)> file(zip_fopen_index(archive_.get(), index, 0), close);
  if (!file) throw unpack_error(name, zip_strerror(archive_.get()));
  std::array<char, 1 << 15> block{};
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), block.data(), block.size());
    if (got < 0) throw unpack_error(name, zip_file_strerror(file.get()));
    if (got == 0) return;
    const auto size = static_cast<std::size_t>(got);
    if (size > allowance_) refuse();
    allowance_ -= size;
    if (!take({block.data(), size})) return;
  }
}

}  // namespace vankien
