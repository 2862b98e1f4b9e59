#include "indexer/extract/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <system_error>

namespace vankien {
namespace {

[[noreturn]] void fail(int error, const char* doing) {
  throw std::system_error(error, std::generic_category(), doing);
}

// --- Landlock: which files. The header of Debian 12 ends with ABI 2; the rest is from the kernel's documentation.

struct Ruleset {  // struct landlock_ruleset_attr of ABI 6; kernels before take it with zeros at the end
  std::uint64_t files;
  std::uint64_t net;
  std::uint64_t scoped;
};
constexpr std::uint64_t kTruncate = 1u << 14;  // ABI 3
constexpr std::uint64_t kDevices = 1u << 15;   // ABI 5: ioctl
constexpr std::uint64_t kTcp = 3;              // ABI 4: bind and connect
constexpr std::uint64_t kAbstractSockets = 1;  // ABI 6
constexpr std::uint64_t kSignals = 2;          // ABI 6
constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kReadAll = kRead | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kRun = kReadAll | LANDLOCK_ACCESS_FS_EXECUTE;

int landlock_abi() {
  return static_cast<int>(syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

std::uint64_t all_rights(int abi) {
  std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // ABI 1
  if (abi >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
  if (abi >= 3) rights |= kTruncate;
  if (abi >= 5) rights |= kDevices;
  return rights;
}

/// A path that is not there needs no leave.
void allow(int ruleset, const std::filesystem::path& path, std::uint64_t rights) {
  if (path.empty()) return;
  const int place = open(path.c_str(), O_PATH | O_CLOEXEC);
  if (place < 0) return;
  landlock_path_beneath_attr rule{.allowed_access = rights, .parent_fd = place};
  const long refused = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  const int error = errno;
  close(place);
  if (refused != 0) fail(error, "allow a file to the extracting process");
}

void bound_files(const std::filesystem::path& file, const std::filesystem::path& scratch) {
  const int abi = landlock_abi();
  if (abi < 1) return;
  const std::uint64_t all = all_rights(abi);
  const Ruleset rules{
      .files = all, .net = abi >= 4 ? kTcp : 0, .scoped = abi >= 6 ? kAbstractSockets | kSignals : 0};
  const int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
  if (ruleset < 0) fail(errno, "bound the extracting process's files");
  allow(ruleset, file, kRead);
  allow(ruleset, scratch, all & ~LANDLOCK_ACCESS_FS_EXECUTE & ~kDevices);
  for (const char* programs : {"/usr", "/bin", "/lib", "/lib64"}) allow(ruleset, programs, kRun);
  // Of the settings only those of the loader, of fonts and of LibreOffice; the rest of /etc is nobody's here.
  for (const char* folder : {"/etc/fonts", "/etc/libreoffice", "/etc/alternatives", "/var/cache/fontconfig",
                             "/var/spool/libreoffice", "/var/lib/libreoffice", "/sys/devices/system/cpu"})
    allow(ruleset, folder, kReadAll);
  for (const char* one :
       {"/etc/ld.so.cache", "/etc/passwd", "/etc/nsswitch.conf", "/etc/localtime", "/etc/locale.alias",
        "/proc/filesystems", "/proc/meminfo", "/proc/cpuinfo", "/dev/zero", "/dev/random", "/dev/urandom"})
    allow(ruleset, one, kRead);
#if defined(__SANITIZE_ADDRESS__)  // which looks for leaks through its own threads
  allow(ruleset, "/proc", kReadAll);
#endif
  allow(ruleset, "/dev/null", kRead | LANDLOCK_ACCESS_FS_WRITE_FILE);
  const long refused = syscall(SYS_landlock_restrict_self, ruleset, 0);
  const int error = errno;
  close(ruleset);
  if (refused != 0) fail(error, "bound the extracting process's files");
}

// --- seccomp: which calls of the kernel.

using Filter = std::unique_ptr<void, void (*)(scmp_filter_ctx)>;

Filter new_filter() {
  Filter filter(seccomp_init(SCMP_ACT_ALLOW), seccomp_release);
  if (!filter) fail(ENOMEM, "make a filter of system calls");
  return filter;
}

void deny(const Filter& filter, std::initializer_list<const char*> calls) {
  for (const char* name : calls) {
    const int call = seccomp_syscall_resolve_name(name);
    if (call == __NR_SCMP_ERROR) continue;  // this processor has no such call
    const int error = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
    if (error != 0 && error != -EDOM) fail(-error, "deny a system call");
  }
}

/// The macros of seccomp.h for it are C, which clang refuses.
constexpr scmp_arg_cmp when(unsigned argument, scmp_compare compare, scmp_datum_t value,
                            scmp_datum_t masked = 0) {
  return {.arg = argument, .op = compare, .datum_a = value, .datum_b = masked};
}

void deny_if(const Filter& filter, int call, scmp_arg_cmp condition) {
  const int error = seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 1, &condition);
  if (error != 0 && error != -EDOM) fail(-error, "deny a system call");
}

/// As if the kernel were older than the call: glibc then uses the one before it, whose arguments a filter can see.
void forget(const Filter& filter, const char* name) {
  const int error =
      seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), seccomp_syscall_resolve_name(name), 0);
  if (error != 0 && error != -EDOM) fail(-error, "deny a system call");
}

void load(const Filter& filter) {
  const int error = seccomp_load(filter.get());
  if (error == -EINVAL || error == -ENOSYS) return;  // a kernel without filters: sandbox_shortfall
  if (error != 0) fail(-error, "filter the extracting process's system calls");
}

void bound_calls() {
  const Filter filter = new_filter();
  deny(filter, {"setsid", "setpgid"});  // the group is how we kill them
  deny(filter,
       {"mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "move_mount", "open_tree", "fsopen",
        "fsmount", "fspick", "mount_setattr", "open_by_handle_at", "name_to_handle_at", "mknod", "mknodat"});
  deny(filter, {"process_vm_readv",
                "process_vm_writev",
                "pidfd_getfd",
                "process_madvise",
                "kcmp",
                "bpf",
                "perf_event_open",
                "io_uring_setup",
                "io_uring_enter",
                "io_uring_register",
                "userfaultfd",
                "keyctl",
                "add_key",
                "request_key",
                "init_module",
                "finit_module",
                "delete_module",
                "kexec_load",
                "kexec_file_load",
                "reboot",
                "swapon",
                "swapoff",
                "acct",
                "quotactl",
                "syslog",
                "settimeofday",
                "clock_settime",
                "adjtimex",
                "clock_adjtime",
                "sethostname",
                "setdomainname",
                "vhangup"});
#if !defined(__SANITIZE_ADDRESS__)  // which looks for leaks by tracing itself
  deny(filter, {"ptrace"});
#endif
  // LibreOffice wants a socket for its own second start; one that leads out of this machine nobody needs.
  deny_if(filter, SCMP_SYS(socket), when(0, SCMP_CMP_NE, AF_UNIX));
  // "May I write to /tmp?" is answered without asking Landlock, and LibreOffice believes it; told no, it puts its socket
  // where OSL_SOCKET_PATH says.
  deny_if(filter, SCMP_SYS(access), when(1, SCMP_CMP_EQ, W_OK));
  deny_if(filter, SCMP_SYS(faccessat), when(2, SCMP_CMP_EQ, W_OK));
  for (const int space :
       {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP})
    deny_if(filter, SCMP_SYS(clone),
            when(0, SCMP_CMP_MASKED_EQ, static_cast<scmp_datum_t>(space), static_cast<scmp_datum_t>(space)));
  forget(filter, "clone3");
  load(filter);
}

}  // namespace

void shut_in(const std::filesystem::path& file, const std::filesystem::path& scratch) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail(errno, "give up new privileges");
  bound_files(file, scratch);
  bound_calls();
}

void shut_in_alone() {
  const Filter filter = new_filter();
  deny(filter, {"socket", "socketpair", "execve", "execveat", "setrlimit"});
  deny_if(filter, SCMP_SYS(prlimit64), when(2, SCMP_CMP_NE, 0));  // with 0 it only asks
#if !defined(__SANITIZE_ADDRESS__)
  deny(filter, {"fork", "vfork", "clone"});
#endif
  load(filter);
}

OneProgramFilter::OneProgramFilter() {
  const Filter filter = new_filter();
  deny(filter, {"fork", "vfork"});
  deny_if(filter, SCMP_SYS(clone), when(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  forget(filter, "clone3");
  const int file = memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) fail(errno, "make a filter of system calls");
  const int error = seccomp_export_bpf(filter.get(), file);
  const off_t bytes = lseek(file, 0, SEEK_END);
  steps_.resize(static_cast<std::size_t>(bytes) / sizeof(sock_filter));
  const bool is_whole = pread(file, steps_.data(), static_cast<std::size_t>(bytes), 0) == bytes;
  close(file);
  if (error != 0 || !is_whole) fail(error != 0 ? -error : EIO, "make a filter of system calls");
}

bool OneProgramFilter::load() const {
  const sock_fprog program{.len = static_cast<unsigned short>(steps_.size()),
                           .filter = const_cast<sock_filter*>(steps_.data())};
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0) return true;
  return errno == EINVAL || errno == ENOSYS;  // a kernel without filters: sandbox_shortfall
}

std::string sandbox_shortfall() {
  const int abi = landlock_abi();
  std::string missing;
  if (abi < 1) {
    missing = "no Landlock: the extracting process may read and write what its user may";
  } else if (abi < 6) {
    missing = "Landlock of version " + std::to_string(abi) +
              ": the extracting process may send signals to its user's other processes";
  }
  if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0) {
    missing +=
        std::string(missing.empty() ? "" : "; ") + "no seccomp: the extracting process may open sockets";
  }
  return missing.empty() ? missing : "this kernel has " + missing;
}

}  // namespace vankien
