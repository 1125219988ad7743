#include "clj/driver/compare.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "clj/base/file.h"

namespace clj::driver {
namespace {

struct Outcome {
  std::string out, err;
  int status = 0;
};

// A temporary file without a name.
int scratch_file() {
  char name[] = "/tmp/cljvm-compare-XXXXXX";
  int fd = mkstemp(name);
  if (fd >= 0) unlink(name);
  return fd;
}

std::string contents(int fd) {
  std::string text;
  lseek(fd, 0, SEEK_SET);
  char buffer[65536];
  for (ssize_t n; (n = read(fd, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<size_t>(n));
  return text;
}

Outcome run(const std::vector<std::string>& args, const char* backend, int input) {
  Outcome outcome;
  int out = scratch_file(), err = scratch_file();
  lseek(input, 0, SEEK_SET);
  pid_t child = fork();
  if (child == 0) {
    dup2(input, 0);
    dup2(out, 1);
    dup2(err, 2);
    std::vector<char*> argv;
    std::string program = "cljvm", option = std::string("--backend=") + backend;
    argv.push_back(program.data());
    argv.push_back(option.data());
    std::vector<std::string> copy;
    for (const std::string& arg : args) {
      if (arg != "--compare") copy.push_back(arg);
    }
    for (std::string& arg : copy) argv.push_back(arg.data());
    argv.push_back(nullptr);
    execv("/proc/self/exe", argv.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = contents(out);
  outcome.err = contents(err);
  close(out);
  close(err);
  return outcome;
}

// Prints the first differing line; true when the texts are equal.
bool same(const char* what, const std::string& tree, const std::string& vm) {
  if (tree == vm) return true;
  std::istringstream a(tree), b(vm);
  std::string left, right;
  for (int line = 1;; ++line) {
    bool more_left = static_cast<bool>(std::getline(a, left)), more_right = static_cast<bool>(std::getline(b, right));
    if (more_left && more_right && left == right) continue;
    std::fprintf(stderr, "cljvm: the evaluators differ on %s, line %d:\n  tree: %s\n  vm:   %s\n", what, line,
                 more_left ? left.c_str() : "(end)", more_right ? right.c_str() : "(end)");
    return false;
  }
}

}  // namespace

int compare_backends(const std::vector<std::string>& args) {
  int input = scratch_file();
  if (!isatty(0)) {
    char buffer[65536];
    for (ssize_t n; (n = read(0, buffer, sizeof buffer)) > 0;) {
      if (write(input, buffer, static_cast<size_t>(n)) != n) return 1;
    }
  }
  Outcome tree = run(args, "tree", input), vm = run(args, "vm", input);
  if (!same("standard output", tree.out, vm.out) || !same("standard error", tree.err, vm.err)) return 1;
  if (tree.status != vm.status) {
    std::fprintf(stderr, "cljvm: the evaluators differ in the exit status: tree %d, vm %d\n", tree.status, vm.status);
    return 1;
  }
  std::fwrite(vm.out.data(), 1, vm.out.size(), stdout);
  std::fwrite(vm.err.data(), 1, vm.err.size(), stderr);
  return vm.status;
}

}  // namespace clj::driver
