#pragma once

#include <atomic>
#include <filesystem>

namespace vankien {

/// Room for what a run unpacks: <home>/scratch, for the owner's eyes only. Made when first needed, gone with the
/// run; what a killed run left is removed by the next. The caller holds the HomeLock.
class UnpackRoom {
 public:
  explicit UnpackRoom(const std::filesystem::path& home);
  ~UnpackRoom();
  UnpackRoom(const UnpackRoom&) = delete;
  UnpackRoom& operator=(const UnpackRoom&) = delete;

  /// A fresh folder, gone with the object. Safe to call from several threads.
  class Folder {
   public:
    explicit Folder(UnpackRoom& room);
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

   private:
    std::filesystem::path path_;
  };

 private:
  std::filesystem::path root_;
  std::atomic<unsigned> made_{0};
};

}  // namespace vankien
