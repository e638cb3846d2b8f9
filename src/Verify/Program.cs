return Tongban.Verify.VerifyProgram.Run(args, Console.Out, Console.Error);
