#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace vankien {

/// A new file written from front to back. Throws std::system_error, which names the file.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  /// So far.
  std::uint64_t size() const { return size_; }
  /// Called before the first write, it makes hash() known.
  void keep_hash();
  /// XXH3, 64 bits, of what was written so far.
  std::uint64_t hash();
  /// On disk when it returns, the file's name in its folder too. Nothing is written after it.
  void finish();
  /// Instead: all is handed to the system, which begins to write it out. Whoever publishes it waits for the disk.
  void close();

 private:
  void flush();
  void hand_over(std::string_view bytes);

  std::filesystem::path path_;
  int file_;
  std::string waiting_;
  std::uint64_t size_ = 0;
  struct Free {
    void operator()(XXH3_state_s* state) const;
  };
  std::unique_ptr<XXH3_state_s, Free> hash_;
  std::uint64_t asked_ = 0;  ///< bytes that the system was asked to write out
};

}  // namespace vankien
