Console.OutputEncoding = System.Text.Encoding.UTF8;
return Tongban.Verify.VerifyProgram.Run(args, Console.Out, Console.Error);
