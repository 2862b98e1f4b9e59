#pragma once

#include <zip.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/unpack.h"
#include "tests/indexer/extract/extract_helpers.h"

namespace vankien {

/// Keeps all that comes out of a container.
class Collected : public UnpackSink {
 public:
  std::optional<ExtractedText> said;
  std::vector<std::pair<std::string, std::string>> members;  ///< name, bytes
  std::vector<std::pair<std::string, std::string>> failed;   ///< name, code
  std::string extensions;                                    ///< as told, a blank after each

  void text(const ExtractedText& text) override { said = text; }
  void begin(const std::string& name, std::string_view extension) override {
    members.emplace_back(name, "");
    begun_ = true;
    (extensions += extension) += ' ';
  }
  void bytes(std::string_view block) override { members.back().second += block; }
  void end() override { begun_ = false; }
  void fail(const std::string& name, const ExtractError& error) override {
    if (begun_) members.pop_back();
    begun_ = false;
    failed.emplace_back(name, error.code());
  }

  std::string names() const {
    std::string all;
    for (const auto& [name, bytes] : members) (all += name) += '|';
    return all;
  }

 private:
  bool begun_ = false;
};

/// One member of an archive as no ordinary archiver writes it.
struct OddMember {
  std::string name;  ///< stored byte for byte
  std::string content;
  unsigned mode = 0;               ///< Unix type and rights; 0 = none said
  const char* password = nullptr;  ///< encrypted with it
};

inline std::string odd_zip_of(const std::vector<OddMember>& members) {
  const TestFolder folder;
  const auto file = folder.path() / "made.zip";
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
  for (const OddMember& member : members) {
    zip_source_t* source = zip_source_buffer(archive, member.content.data(), member.content.size(), 0);
    const auto index =
        static_cast<zip_uint64_t>(zip_file_add(archive, member.name.c_str(), source, ZIP_FL_ENC_CP437));
    if (member.mode != 0)
      zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, member.mode << 16);
    if (member.password != nullptr)
      zip_file_set_encryption(archive, index, ZIP_EM_TRAD_PKWARE, member.password);
  }
  zip_close(archive);
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace vankien
