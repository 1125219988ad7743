// cljc completion: what shells need to complete command lines of cljc and cljvm, from the tables of
// commands and options.
#include <cstdio>
#include <functional>

#include "clj/driver/commands.h"

namespace clj::driver {
namespace {

// Each option of a program as it is written: "--output", "-o".
std::string words_of(Program program) {
  std::string words;
  for (const Option& option : options_of(program)) {
    words += std::string(words.empty() ? "--" : " --") + option.name;
    if (option.short_name != 0) words += std::string(" -") + option.short_name;
  }
  return words;
}

std::string names_of_commands() {
  std::string names;
  for (const Command& command : all_commands()) names += std::string(names.empty() ? "" : " ") + command.name;
  return names;
}

std::string bash() {
  std::string out =
      "# bash completion of cljc and cljvm: eval \"$(cljc completion bash)\"\n"
      "_cljc() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} words\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    words='" + names_of_commands() + " --help --version'\n"
      "  else\n"
      "    case ${COMP_WORDS[1]} in\n";
  for (const Command& command : all_commands()) {
    out += std::string("      ") + command.name + ") words='" + words_of(command.program) + "' ;;\n";
  }
  out +=
      "    esac\n"
      "    [[ $word == -* ]] || words=\n"
      "  fi\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "}\n"
      "_cljvm() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]}\n"
      "  [[ $word == -* ]] && COMPREPLY=($(compgen -W '" + words_of(kCljvm) + "' -- \"$word\"))\n"
      "}\n"
      "complete -o default -F _cljc cljc\n"
      "complete -o default -F _cljvm cljvm\n";
  return out;
}

// In single quotes, with what zsh's _arguments takes for its own marked.
std::string zsh_text(const std::string& text, const char* marked) {
  std::string out;
  for (char c : text) {
    if (c == '\'') out += "'\\'";
    if (std::string(marked).find(c) != std::string::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_arguments(Program program, const std::string& indent) {
  std::string out = indent + "_arguments";
  for (const Option& option : options_of(program)) {
    std::string rest = "[" + zsh_text(option.help, "[]:\\") + "]";
    if (*option.argument != '\0') rest += ":" + zsh_text(option.argument, ":\\") + ":_files";
    out += " \\\n" + indent + "  '--" + option.name + rest + "'";
    if (option.short_name != 0) out += std::string(" \\\n") + indent + "  '-" + option.short_name + rest + "'";
  }
  return out + " \\\n" + indent + "  '*:file:_files'\n";
}

std::string zsh() {
  std::string out =
      "#compdef cljc cljvm\n"
      "# zsh completion: write this to a file _cljc in a folder of $fpath\n"
      "_cljc() {\n"
      "  local -a commands=(\n";
  for (const Command& command : all_commands()) {
    out += std::string("    '") + command.name + ":" + zsh_text(command.summary, "") + "'\n";
  }
  out +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  case $words[2] in\n";
  for (const Command& command : all_commands()) {
    out += std::string("    ") + command.name + ")\n      shift words; (( CURRENT-- ))\n" +
           zsh_arguments(command.program, "      ") + "      ;;\n";
  }
  out += "  esac\n}\n_cljvm() {\n" + zsh_arguments(kCljvm, "  ") + "}\n\"_$service\" \"$@\"\n";
  return out;
}

std::string fish_text(const std::string& text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

void fish_options(std::string& out, Program program, const std::string& start) {
  for (const Option& option : options_of(program)) {
    out += start + " -l " + option.name;
    if (option.short_name != 0) out += std::string(" -s ") + option.short_name;
    if (*option.argument != '\0') out += " -r";
    out += " -d " + fish_text(option.help) + "\n";
  }
}

std::string fish() {
  std::string out = "# fish completion of cljc and cljvm: cljc completion fish | source\n";
  for (const Command& command : all_commands()) {
    out += std::string("complete -c cljc -n __fish_use_subcommand -a ") + command.name + " -d " +
           fish_text(command.summary) + "\n";
  }
  for (const Command& command : all_commands()) {
    fish_options(out, command.program, std::string("complete -c cljc -n '__fish_seen_subcommand_from ") + command.name + "'");
  }
  fish_options(out, kCljvm, "complete -c cljvm");
  return out;
}

constexpr struct {
  const char* shell;
  std::string (*text)();
} kShells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

}  // namespace

std::string check_completion(const CommandLine& line) {
  for (const auto& shell : kShells) {
    if (line.rest.size() == 1 && line.rest[0] == shell.shell) return "";
  }
  return "a shell is needed: bash, zsh or fish";
}

int run_completion(const CommandLine& line) {
  for (const auto& shell : kShells) {
    if (line.rest[0] == shell.shell) std::fputs(shell.text().c_str(), stdout);
  }
  return 0;
}

}  // namespace clj::driver
