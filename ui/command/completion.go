package command

import (
	"github.com/spf13/cobra"
)

// completion is "luwes completion bash|zsh|fish|powershell".
func (p *program) completion() *cobra.Command {
	return &cobra.Command{
		Use:       "completion",
		Args:      p.want(1, 1, "SHELL"),
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(p.out, true)
			case "zsh":
				return root.GenZshCompletion(p.out)
			case "fish":
				return root.GenFishCompletion(p.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(p.out)
			}
			return misuse("shell-unknown", "value", clean(args[0]))
		},
	}
}
