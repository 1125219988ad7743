#include "clj/driver/commands.h"

namespace clj::driver {
namespace {

constexpr Command kCommands[] = {
#define CLJ_COMMAND(program, name, function, arguments, summary) \
  {program, name, arguments, summary, check_##function, run_##function},
#include "clj/driver/commands.def"
#undef CLJ_COMMAND
};

// `text` in lines of up to 78 columns, all but the first indented.
std::string wrapped(const std::string& text, size_t indent) {
  std::string out;
  size_t column = indent;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    if (column > indent && column + 1 + (end - at) > 78) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += text.substr(at, end - at);
    column += end - at;
    at = end + 1;
  }
  return out;
}

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

const Command* find_command(const std::string& name) {
  for (const Command& command : kCommands) {
    if (name == command.name) return &command;
  }
  return nullptr;
}

std::string command_names() {
  std::string names;
  for (const Command& command : kCommands) names += (names.empty() ? "" : ", ") + std::string(command.name);
  return names;
}

std::string commands_help() {
  std::string out = "Usage: cljc COMMAND [options] [arguments]\n\nCommands:\n";
  for (const Command& command : kCommands) {
    std::string name = std::string("  ") + command.name;
    name.resize(14, ' ');
    out += name + wrapped(command.summary, 14) + "\n";
  }
  return out + "\ncljc COMMAND --help lists the options of a command; cljc --version prints the version.\n";
}

std::string command_help(const Command& command) {
  std::string summary = wrapped(command.summary, 0);
  if (summary[0] >= 'a' && summary[0] <= 'z') summary[0] = static_cast<char>(summary[0] - 'a' + 'A');
  return help_text(command.program, std::string("Usage: cljc ") + command.name + " [options] " + command.arguments + "\n" +
                                        summary + ".\n");
}

}  // namespace clj::driver
